/** Reads texts, numbers, days and lists as a person of each language would. */
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { firstWeekday } from '../../lib/platform/first-weekday.ts'
import {
  formatCountry,
  formatDay,
  formatDayTime,
  formatInitial,
  formatLanguage,
  formatMinutes,
  formatRange,
  formatShare,
  formatTime,
  formatWeekday,
  formatYear,
} from '../../lib/platform/formats.ts'
import {
  asSentence,
  direction,
  formatList,
  formatNumber,
  formatTerms,
  joinSentences,
  label,
  locale,
  type MessageKey,
  markLanguage,
  messageKey,
  plural,
  synonyms,
  t,
} from '../../lib/platform/i18n.ts'
import { formatTimeThere } from '../../lib/platform/time-there.ts'
import { prefer, speak } from '../support/speak.ts'

/** 22 November 2026, 20:05 in Berlin. */
const at = Temporal.ZonedDateTime.from('2026-11-22T20:05[Europe/Berlin]').epochMilliseconds

describe('in English', () => {
  beforeEach(() => speak())

  test('says what is written, with its gaps filled in', () => {
    expect(t('felt_question')).toBe('How much can you feel right now?')
    expect(t('change', 2)).toBe('2\u00a0of\u00a010\u00a0· Change')
    expect(t('entry_guess', 'numb')).toBe('numb (best guess)')
  })

  test('writes numbers as the language does', () => {
    expect(t('err_note_long', 20_001)).toContain('This one has 20,001.')
    expect(formatNumber(1234.5)).toBe('1,234.5')
  })

  test('names the form of a number, with what is more', () => {
    expect(plural('offer_minutes', 1)).toBe('About 1 minute')
    expect(plural('offer_minutes', 3)).toBe('About 3 minutes')
    expect(plural('timer_left', 0)).toBe('0 seconds left')
  })

  test('answers with the key where a text is missing', () => {
    expect(t('of_a_newer_thaw' as MessageKey)).toBe('of_a_newer_thaw')
  })

  test('finds the text of a content id', () => {
    expect(t(messageKey('word', 'behind-glass'))).toBe('behind glass')
    expect(messageKey('group', 'quiet-far')).toBe('group_quiet_far')
    expect(messageKey('pause', 'long-exhale')).toBe('pause_long_exhale')
  })

  test('labels what a record names, and what it does not know by its id', () => {
    expect(label('word', 'know-it-but-dont-feel-it')).toBe('know it but don’t feel it')
    expect(label('tag', '0199c0de')).toBe('0199c0de')
    expect(label('pause', 'look-up')).toBe('Look up')
    expect(label('pause', 'of-a-newer-thaw')).toBe('of a newer thaw')
  })

  test('has words for an own word whose name is nowhere', () => {
    expect(label('word', '0199c0de-0000-7000-8000-0123456789ab')).toBe('a word of your own')
    expect(label('tag', '0199c0de-0000-7000-8000-0123456789ab')).toBe('a tag of your own')
    expect(label('pause', '0199c0de-0000-7000-8000-0123456789ab')).toBe('a pause of your own')
  })

  test('knows what else a word is called', () => {
    expect(synonyms('behind-glass')).toContain('sealed off')
    expect(synonyms('0199c0de')).toBe('')
  })

  test('reads from left to right', () => {
    const page = { lang: '', dir: '' }
    markLanguage(page)
    expect(page).toEqual({ lang: 'en', dir: 'ltr' })
  })

  test('writes days, times, lists and lengths', () => {
    expect(formatDay('2026-11-22')).toBe('Sunday, November 22')
    expect(formatDay('2026-11-22', 'date')).toBe('November 22, 2026')
    expect(formatDay('2026-11-22', 'month')).toBe('November 2026')
    expect([1, 7].map(formatWeekday)).toEqual(['Monday', 'Sunday'])
    expect([1, 7].map(formatInitial)).toEqual(['M', 'S'])
    // Whatever the zone of the reader, and before the calendar was what it is.
    expect(formatDay('1582-10-10', 'date')).toBe('October 10, 1582')
    expect(formatDay('0001-01-01', 'date')).toBe('January 1, 1')
    expect(formatDay('2026-11-22', 'monthAlone')).toBe('November')
    expect([2026, 476].map(formatYear)).toEqual(['2026', '476'])
    expect(formatRange(3, 4)).toBe('3–4')
    expect(formatTime(at, 'Europe/Berlin')).toMatch(/^8:05\sPM$/)
    expect(formatTime(at, 'Asia/Tokyo')).toMatch(/^4:05\sAM$/)
    expect(formatDayTime(at, 'Europe/Berlin')).toMatch(/^November 22, 2026 at 8:05\sPM$/)
    expect(formatMinutes(21 * 60)).toMatch(/^9:00\sPM$/)
    expect(formatList(['numb', 'flat', 'far away'])).toBe('numb, flat, and far away')
    expect(formatCountry('NZ')).toBe('New Zealand')
    expect(formatLanguage('fr')).toBe('French')
  })
})

describe('in another language', () => {
  test.each([
    ['de', 'Ein Tag. Zwei.'],
    ['ja', 'Ein Tag。Zwei.'],
  ])('sentences stand one after the other as in %s', (language, joined) => {
    speak({ locale: { message: language } })
    expect(joinSentences([asSentence('Ein Tag'), 'Zwei.'])).toBe(joined)
  })

  test.each([
    ['en', 'a, b, c'],
    ['de', 'a, b, c'],
    ['ja', 'a、b、c'],
    ['ar', 'a، b، c'],
  ])('what stands beside each other has the comma of %s', (language, joined) => {
    speak({ locale: { message: language } })
    expect(formatTerms(['a', 'b', 'c'])).toBe(joined)
  })

  /** Counts of each form, by the rules of the Unicode consortium: https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html */
  const forms: readonly (readonly [tag: string, forms: { readonly [form: string]: readonly number[] }])[] = [
    ['en', { one: [1], other: [0, 2, 5, 1_000_000] }],
    ['de', { one: [1], other: [0, 2, 5, 1_000_000] }],
    ['es', { one: [1], many: [1_000_000], other: [0, 2, 5] }],
    ['fr', { one: [0, 1], many: [1_000_000], other: [2, 5] }],
    ['pt-BR', { one: [0, 1], many: [1_000_000], other: [2, 5] }],
    ['ja', { other: [0, 1, 2, 5, 1_000_000] }],
    ['ar', { zero: [0], one: [1], two: [2], few: [3, 10, 103], many: [11, 99, 111], other: [100, 102] }],
  ]
  test.each(forms)('%s has each of its forms of number, and no other', (tag, expected) => {
    expect(new Intl.PluralRules(tag).resolvedOptions().pluralCategories.sort()).toEqual(
      Object.keys(expected).sort(),
    )
    speak({
      locale: { message: tag },
      ...Object.fromEntries(Object.keys(expected).map(form => [`timer_left_${form}`, { message: form }])),
    })
    for (const [form, counts] of Object.entries(expected))
      expect(counts.map(count => plural('timer_left', count))).toEqual(counts.map(() => form))
  })

  test('takes every form of number that the language has, and its own where none is written', () => {
    speak({
      locale: { message: 'ar' },
      timer_left_two: { message: 'two: $1' },
      timer_left_few: { message: 'few: $1' },
      timer_left_other: { message: 'other: $1' },
    })
    expect([2, 3, 100].map(count => plural('timer_left', count).split(':')[0])).toEqual([
      'two',
      'few',
      'other',
    ])
    expect(plural('timer_left', 11)).toMatch(/^other/)
  })

  test('asks the browser once which language it speaks, whatever is written in it', () => {
    speak()
    const asked = vi.spyOn(fakeBrowser.i18n, 'getMessage')
    for (const day of ['2026-11-21', '2026-11-22', '2026-11-23']) formatDay(day)
    expect(asked.mock.calls.filter(([key]) => key === 'locale')).toHaveLength(1)
  })

  test('follows the file that speaks, for its locale, its direction and its formats', () => {
    speak({ locale: { message: 'de' }, direction: { message: 'ltr' } })
    expect(locale()).toBe('de')
    expect(formatDay('2026-11-22')).toBe('Sonntag, 22. November')
    expect(formatTime(at, 'Europe/Berlin')).toBe('20:05')
    expect(formatNumber(1234.5)).toBe('1.234,5')
    expect(firstWeekday()).toBe(1)
    speak({ locale: { message: 'pt-BR' } })
    expect(firstWeekday()).toBe(7)
    speak({ locale: { message: 'ar' }, direction: { message: 'rtl' } })
    expect(direction()).toBe('rtl')
    expect(firstWeekday()).toBe(6)
    expect(formatNumber(1234.5)).toBe('1,234.5')
    expect(formatDay('2026-11-22', 'date')).toBe('22 نوفمبر 2026')
  })

  test('writes the digits of keyboards where a browser would take others', () => {
    // So do browsers with older tables for Arabic as such.
    speak({ locale: { message: 'ar-EG' } })
    expect([formatNumber(42), formatShare(0.5), formatMinutes(90)].join()).toMatch(/42.*50.*1:30/)
  })
})

describe('where the person lives', () => {
  const weeks: readonly (readonly [file: string, preferred: readonly string[], day: number])[] = [
    ['ar', [], 6],
    ['ar', ['ar-MA'], 1],
    ['ar', ['ar-SA'], 7],
    ['de', [], 1],
    ['en', [], 7],
    ['en', ['en-AU'], 1],
    ['en', ['en-GB', 'en-US', 'en'], 1],
    ['en', ['en-IE'], 1],
    ['en', ['en-IN'], 7],
    ['es', [], 1],
    ['es', ['es-MX'], 7],
    ['fr', [], 1],
    ['fr', ['fr-CA'], 7],
    ['ja', [], 7],
    ['pt-BR', [], 7],
  ]
  test.each(weeks)(
    'a week in %s, with %j, begins on %i, where the browser cannot say too',
    (file, preferred, day) => {
      speak({ locale: { message: file } })
      prefer(...preferred)
      expect(firstWeekday()).toBe(day)
      const { getWeekInfo } = Intl.Locale.prototype as { getWeekInfo?: () => object }
      onTestFinished(() => void Object.assign(Intl.Locale.prototype, { getWeekInfo }))
      Object.assign(Intl.Locale.prototype, { getWeekInfo: undefined })
      expect(firstWeekday()).toBe(day)
    },
  )

  test('days, times and numbers are written as there, in the language of the file', () => {
    speak()
    prefer('fr-FR', 'en-GB', 'en-US')
    expect(formatDayTime(at, 'Europe/Berlin')).toBe('22 November 2026 at 20:05')
    expect(formatList(['numb', 'flat', 'far away'])).toBe('numb, flat and far away')
    expect([locale(), t('filter_from')]).toEqual(['en', 'From'])
    speak({ locale: { message: 'es' } })
    prefer('es-MX')
    expect(formatNumber(1234.5)).toBe('1,234.5')
  })

  test('a language that the browser does not name is written as its file has it', () => {
    speak({ locale: { message: 'de' } })
    prefer('en-GB', 'fr')
    expect(formatDay('2026-11-22')).toBe('Sonntag, 22. November')
  })

  test('has neither another calendar nor other digits', () => {
    speak({ locale: { message: 'ar' } })
    prefer('ar-SA')
    expect(formatDay('2026-11-22', 'date')).toMatch(/22 .* 2026/)
    speak()
    prefer('en-TH', 'en-US')
    expect(formatYear(2026)).toBe('2026')
    prefer('en-GB-u-ca-buddhist-nu-thai')
    expect(formatDay('2026-11-22', 'date')).toBe('22 November 2026')
  })

  test('leaves the forms of number to the file', () => {
    speak({
      locale: { message: 'pt-BR' },
      timer_left_one: { message: 'one' },
      timer_left_other: { message: 'other' },
    })
    prefer('pt-PT')
    // In Portugal, none is many.
    expect(plural('timer_left', 0)).toBe('one')
  })

  test('is nowhere for what is no tag', () => {
    speak()
    prefer('', 'english!', 'en_GB', 'en-GB')
    expect(formatDay('2026-11-22', 'date')).toBe('22 November 2026')
  })
})

describe('a time that was lived elsewhere', () => {
  const there = (zone: string, here = 'Europe/Berlin') => formatTimeThere(at, zone, here)

  test('names the zone where the clocks here showed another time', () => {
    speak()
    expect(there('Asia/Tokyo')).toMatch(/^4:05\sAM Japan Time$/)
    // They show the same time, of another day.
    expect(there('Pacific/Kiritimati', 'Pacific/Honolulu')).toMatch(/^9:05\sAM Kiritimati Time$/)
    speak({ locale: { message: 'de' } })
    expect(there('Asia/Tokyo')).toBe('04:05 Japan (Ortszeit)')
  })

  test('is the bare time where they showed the same, or the zone is not known', () => {
    speak()
    for (const zone of ['Europe/Berlin', 'Europe/Paris']) expect(there(zone)).toMatch(/^8:05\sPM$/)
    expect(there('Mars/Olympus')).toMatch(/^7:05\sPM$/)
    expect(formatTimeThere(Number.NaN, 'Asia/Tokyo', 'Europe/Berlin')).toBe('')
  })
})
