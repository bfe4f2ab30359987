/** One kind of filter under its title. */
import type { ComponentChildren } from 'preact'
import styles from './FilterFields.module.css'

type Props = { readonly title: string; readonly children: ComponentChildren }

export const FilterGroup = ({ title, children }: Props) => (
  <fieldset class={styles['group']}>
    <legend>{title}</legend>
    {children}
  </fieldset>
)
