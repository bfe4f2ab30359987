import { render } from 'preact'
import '../../components/styles/tokens.css'

render(<p>Thaw</p>, document.getElementById('app') as HTMLElement)
