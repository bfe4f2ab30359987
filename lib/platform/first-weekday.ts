/** The day with which a week begins where the person lives. */
import { formatterOf } from './i18n.ts'

/** As browsers have it; TypeScript knows it not yet. */
type WeekInfo = { getWeekInfo?(): { readonly firstDay: number } }

/**
 * For Firefox, which cannot say: where Thaw's languages are spoken and a week does not begin with Monday.
 * https://www.unicode.org/cldr/charts/latest/supplemental/territory_information.html
 */
const beginsOn = [
  [6, 'AE AF BH DJ DZ EG IQ JO KW LY OM QA SD SY'],
  [
    7,
    'BR BW BZ CA CO DO GT GU HK HN IL IN JM JP KE MO MT MX MZ NI PA PE PH PK PR PT PY SA SG SV TT US VE YE ZA ZW',
  ],
] as const

/** The ISO weekday, 1 (Monday) to 7; that of the language's own country where the browser names no region. */
export const firstWeekday = (): number =>
  formatterOf('week', tag => {
    const place = new Intl.Locale(tag) as Intl.Locale & WeekInfo
    const { region = '' } = place.maximize()
    return (
      place.getWeekInfo?.().firstDay ?? beginsOn.find(([, regions]) => regions.includes(region))?.[0] ?? 1
    )
  })
