/**
 * Loads a part of the product. Without a connection it waits for one: a load that fails makes the router reload the page, and the
 * figures that were on it would be gone.
 */
export async function connected<Part>(load: () => Promise<Part>): Promise<Part> {
  if (!navigator.onLine) await new Promise((resolve) => addEventListener('online', resolve, { once: true }))
  return load()
}
