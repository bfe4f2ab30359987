/** What was copied, as a person finds it: by pasting it. */
import type { View } from './driver.ts'

/** What the clipboard holds, pasted into a field of its own. */
export const pasted = async (view: View): Promise<string> => {
  await view.evaluate(() => {
    const field = document.createElement('textarea')
    field.id = 'pasted'
    document.body.append(field)
    field.focus()
  })
  await view.page?.keyboard.down('Control')
  await view.press('v')
  await view.page?.keyboard.up('Control')
  return view.until(() => document.querySelector<HTMLTextAreaElement>('#pasted')?.value)
}
