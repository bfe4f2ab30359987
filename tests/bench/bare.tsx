/** The least that Preact can show: what Thaw's popup is measured against. */
import { render } from 'preact'

render(<button type="button">Button</button>, document.body)
