/** Which keys do what on the pages of Thaw and at each step of a check-in, in the words of the buttons that do the same. */
import { formatTerms, plural, t } from '../../lib/platform/i18n.ts'

export type KeyRow = { readonly keys: readonly string[]; readonly does: string }
export type KeyGroup = { readonly title: string; readonly rows: readonly KeyRow[] }

/** A span of digits, or a key with a name. */
const isNoLetter = (key: string): boolean => key.length > 1 && key !== 'A–Z'

const row = (does: string, ...keys: readonly string[]): KeyRow => ({ keys, does })

const wordGroups = () =>
  formatTerms([
    t('group_quiet_far'),
    t('group_bright_lively'),
    t('group_warm_settled'),
    t('group_tight_loud'),
    t('group_heavy_slow'),
    t('group_in_between'),
  ])

const all = (): readonly KeyGroup[] => {
  const esc = t('keys_escape')
  return [
    {
      title: t('keys_pages'),
      rows: [
        row(t('keys_this'), '?'),
        row(t('keys_arrows_do'), t('keys_arrows')),
        row(t('keys_escape_does'), esc),
      ],
    },
    {
      title: t('check_in_part'),
      rows: [
        row(t('felt_question'), '0–9'),
        row('10', 'X', t('keys_end')),
        row('0', t('keys_home')),
        row(t('felt_cant_tell'), 'T'),
        row(t('pause_first'), 'P'),
        row(t('not_now'), esc),
        row(t('keys_hide'), 'F2'),
        row(t('far_question'), '0–3'),
      ],
    },
    {
      title: t('words_question'),
      rows: [
        row(t('words_lately'), '1–4'),
        row(wordGroups(), '5–9, 0'),
        row(t('words_find'), 'A–Z'),
        row(t('word_not_sure'), '?'),
        row(t('word_no_word'), '.'),
        row(t('word_more_than_one'), '+'),
        row(t('word_rather_not_say'), '*'),
        row(t('words_body'), '1–9, 0', 'X'),
      ],
    },
    {
      title: t('offer_title'),
      rows: [
        row(t('offer_start'), 'S', t('keys_enter')),
        row(t('offer_other'), 'A'),
        row(t('offer_all'), 'L'),
        row(t('more_title'), 'M'),
        row(t('stuck_open'), 'I'),
      ],
    },
    {
      title: t('filter_pauses'),
      rows: [
        row(t('pause_skip'), 'N'),
        row(t('back'), 'B'),
        row(t('pause_wait'), 'W'),
        row(t('pause_stop'), esc),
        row(t('after_question'), '0–9'),
        row(t('ease_eased'), 'E'),
        row(t('ease_same'), 'S'),
        row(t('ease_worse'), 'W'),
      ],
    },
    {
      title: t('stuck_open'),
      rows: [
        row(t('stuck_title'), '1–4'),
        row(t('stuck_pause'), '1–9'),
        row(t('help_copy_sentence'), 'C'),
        row(t('keepsake_show'), 'Y'),
        row(t('offer_other'), 'A'),
        row(t('too_much_again'), 'O'),
      ],
    },
    {
      title: t('not_now'),
      rows: [
        row(t('not_now_moment'), 'M'),
        row(t('not_now_today'), 'D'),
        row(plural('snooze_minutes', 5), 'F'),
        row(plural('snooze_minutes', 15), 'Q'),
        row(plural('snooze_minutes', 60), 'H'),
      ],
    },
    {
      title: t('share_switch'),
      rows: [row(t('nudge_open'), 'O'), row(t('not_now'), esc)],
    },
  ]
}

/** Every group with the keys that work: without `letters` those of letters and signs do not. */
export const keyGroups = (letters: boolean): readonly KeyGroup[] =>
  all()
    .map(({ title, rows }) => ({
      title,
      rows: rows
        .map(({ keys, does }) => ({ does, keys: letters ? keys : keys.filter(isNoLetter) }))
        .filter(({ keys }) => keys.length > 0),
    }))
    .filter(({ rows }) => rows.length > 0)
