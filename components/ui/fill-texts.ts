/**
 * Fills in the texts of HTML that stands before any component does: every element with `data-message` gets its text, and one with
 * `data-title` its title.
 */
import { type MessageKey, markLanguage, t } from '../../lib/platform/i18n.ts'

export const fillTexts = (): void => {
  markLanguage(document.documentElement)
  for (const element of document.querySelectorAll<HTMLElement>('[data-message]')) {
    element.textContent = t(element.dataset['message'] as MessageKey)
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-title]')) {
    element.title = t(element.dataset['title'] as MessageKey)
  }
}
