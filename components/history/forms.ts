/** All forms of History in one piece, which is loaded when the first of them is needed. */
export { EditForm } from './EditForm.tsx'
export { MarkerForm } from './markers/MarkerForm.tsx'
export { PastForm } from './PastForm.tsx'
