/** For how long a checked number counts as checked: after that it may no longer be in service. */
import type { Day } from './time.ts'

/** Days after which a row has to be checked again. */
const checkedFor = 180

/** Whether `checkedOn` lies more than `checkedFor` days before `today`; both are civil days. */
export const isLongAgo = (checkedOn: Day, today: Day): boolean =>
  Temporal.PlainDate.from(checkedOn).until(Temporal.PlainDate.from(today)).days > checkedFor
