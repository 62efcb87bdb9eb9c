import { isMailAddress } from '@xushi/contract'
import { Form, Input } from 'antd'
import { useWords } from '../language/language.tsx'
import { usersWords } from './users.words.ts'

/** An address as it was typed; null for none. */
export const emailTyped = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())

/** Where mail to an account goes. It may stay empty: messages stand in the app then. */
export function EmailField() {
  const says = useWords(usersWords)
  const check = (_: unknown, typed: string | undefined) => {
    const email = emailTyped(typed ?? '')
    return email === null || isMailAddress(email) ? Promise.resolve() : Promise.reject(new Error(says.emailWrong))
  }
  return (
    <Form.Item label={says.email} name="email" extra={says.emailRule} rules={[{ validator: check }]}>
      <Input type="email" inputMode="email" maxLength={254} autoComplete="off" />
    </Form.Item>
  )
}
