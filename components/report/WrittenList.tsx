/** What a person wrote, oldest first and in their own words; a long list is drawn part by part, so that nothing is held up. */
import type { ComponentChildren, VNode } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { t } from '../../lib/platform/i18n.ts'
import styles from './WrittenList.module.css'

/** So many at once. */
const partSize = 50

/** More parts than these are laid out when they come into sight. */
const fewParts = 4

type Written = { readonly id: string }

type Props<Item extends Written> = {
  /** The same array for as long as nothing changes. */
  readonly items: readonly Item[]
  /** When and what, in a few words. */
  readonly head: (item: Item) => string
  readonly children: (item: Item) => ComponentChildren
}

type PartProps<Item extends Written> = Pick<Props<Item>, 'head'> & {
  readonly items: readonly Item[]
  readonly body: Props<Item>['children']
}

const Part = <Item extends Written>({ items, head, body }: PartProps<Item>) => (
  <ul class={styles['part']}>
    {items.map(item => (
      <li key={item.id} class={styles['item']}>
        <p class={styles['head']}>{head(item)}</p>
        {body(item)}
      </li>
    ))}
  </ul>
)

export const WrittenList = <Item extends Written>({ items, head, children }: Props<Item>) => {
  const [drawn, setDrawn] = useState(1)
  // The very same parts, so that one more is all there is to draw.
  const parts = useMemo(() => {
    const made: VNode[] = []
    for (let from = 0; from < items.length; from += partSize) {
      const some = items.slice(from, from + partSize)
      made.push(<Part key={some[0]?.id} items={some} head={head} body={children} />)
    }
    return made
  }, [items])
  const isWhole = drawn >= parts.length
  useEffect(() => {
    if (isWhole) return undefined
    const timer = setTimeout(() => setDrawn(drawn + 1), 0)
    return () => clearTimeout(timer)
  }, [isWhole, drawn])
  if (items.length === 0) return <p>{t('report_nothing_written')}</p>
  return (
    <>
      <div class={styles[parts.length > fewParts ? 'long' : 'list']}>{parts.slice(0, drawn)}</div>
      {!isWhole && <p>{t('history_reading')}</p>}
    </>
  )
}
