/** Words or tags, each with the number of check-ins that have it. */
import styles from './CountList.module.css'

type Props = { readonly items: readonly { readonly id: string; readonly text: string }[] }

export const CountList = ({ items }: Props) => (
  <ul class={styles['list']}>
    {items.map(({ id, text }) => (
      <li key={id} dir="auto">
        {text}
      </li>
    ))}
  </ul>
)
