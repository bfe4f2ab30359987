/** The composition root of Library → Learn. */
import { locale, messageKey, t } from '../platform/i18n.ts'
import { createSlot } from '../platform/slots.ts'
import { createLearn } from './learn.ts'
import { askedCardKey, readAskedCard } from './learn-links.ts'
import type { PageParts } from './page-parts.ts'

export const composeLearn = ({ session }: Pick<PageParts, 'session'>) =>
  createLearn({
    asked: createSlot(session, askedCardKey, readAskedCard),
    texts: {
      title: id => t(messageKey('learn', id)),
      text: id => t(`${messageKey('learn', id)}_text`),
    },
    locale,
  })
