export function Logo() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      <rect x="1" y="8" width="22" height="8" fill="var(--track)" />
      <rect x="1" y="8" width="13" height="8" fill="var(--actual)" />
      <path d="M17.5 3v18" stroke="var(--ink)" strokeWidth="2.4" />
    </svg>
  )
}
