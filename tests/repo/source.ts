/** Reads the repository's own files for the tests about it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'
import { parseSync } from 'vite'

export const root = resolve(import.meta.dirname, '../..')

/** What git leaves out; a name without a slash, or `*.ending`. */
const ignored = readFileSync(join(root, '.gitignore'), 'utf8').split('\n').filter(Boolean)
const isIgnored = (name: string): boolean =>
  name === '.git' ||
  ignored.some(rule => (rule.startsWith('*') ? name.endsWith(rule.slice(1)) : name === rule))

/** Every file of the repository under `folder`, as a path from its root with `/`, in order. */
export const filesUnder = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter(entry => !isIgnored(entry.name))
    .flatMap(entry => {
      const path = posix.join(folder, entry.name)
      return entry.isDirectory() ? filesUnder(path) : [path]
    })
    .sort()

export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')

type Node = { readonly type: string; readonly [field: string]: unknown }

/** A name that stands in the code, and whether it is reached through an object (`x.name`, `{ name: 1 }`). */
type Name = { readonly name: string; readonly member: boolean; readonly of: string | null }

export type Import = {
  /** A path from the root of the repository, or the name of a package. */
  readonly target: string
  readonly own: boolean
  /** Nothing of it is left at run time. */
  readonly typesAlone: boolean
}

export type Source = {
  readonly path: string
  readonly lines: number
  readonly imports: readonly Import[]
  readonly names: readonly Name[]
  /** Every string in the code, and a pattern for each template with gaps. */
  readonly strings: readonly string[]
  readonly patterns: readonly RegExp[]
  readonly calls: readonly { readonly name: string; readonly given: readonly (string | null)[] }[]
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

const childrenOf = (node: Node): readonly { readonly field: string; readonly child: Node }[] =>
  Object.entries(node).flatMap(([field, value]) =>
    (Array.isArray(value) ? value : [value]).filter(isNode).map(child => ({ field, child })),
  )

const nameOf = (value: unknown): string | null =>
  isNode(value) && typeof value['name'] === 'string' ? value['name'] : null

const stringOf = (value: unknown): string | null =>
  isNode(value) && value.type === 'Literal' && typeof value['value'] === 'string' ? value['value'] : null

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Parses a module. Throws where it has a syntax error, so that no file is passed over in silence. */
const readSource = (path: string): Source => {
  const text = textOf(path)
  const parsed = parseSync(path, text)
  if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors[0]?.message}`)

  const resolveTarget = (request: string): Pick<Import, 'target' | 'own'> =>
    request.startsWith('.')
      ? { target: posix.normalize(posix.join(posix.dirname(path), request)), own: true }
      : { target: request, own: false }

  const imports: Import[] = []
  const names: Name[] = []
  const strings: string[] = []
  const patterns: RegExp[] = []
  const calls: { name: string; given: (string | null)[] }[] = []

  const visit = (node: Node, field: string, parent: Node | null): void => {
    if (
      node.type === 'ImportDeclaration' ||
      node.type === 'ExportNamedDeclaration' ||
      node.type === 'ExportAllDeclaration' ||
      node.type === 'ImportExpression'
    ) {
      const request = stringOf(node['source'])
      const parts = node['specifiers']
      const every =
        Array.isArray(parts) && parts.length > 0 && parts.every(part => part.importKind === 'type')
      const typesAlone = node['importKind'] === 'type' || node['exportKind'] === 'type' || every
      if (request !== null) imports.push({ ...resolveTarget(request), typesAlone })
      if (node.type === 'ImportExpression' && request === null) {
        throw new Error(`${path}: an import whose target is not written down`)
      }
    }
    if (node.type === 'TSImportType') {
      const request = stringOf(node['source']) ?? stringOf(node['argument'])
      if (request !== null) imports.push({ ...resolveTarget(request), typesAlone: true })
    }
    if (node.type === 'Identifier' || node.type === 'JSXIdentifier') {
      const name = nameOf(node)
      const member =
        parent !== null &&
        ((parent.type === 'MemberExpression' && field === 'property' && parent['computed'] !== true) ||
          (parent.type.includes('Property') && field === 'key') ||
          (parent.type === 'TSQualifiedName' && field === 'right') ||
          parent.type === 'JSXAttribute')
      const of = parent?.type === 'MemberExpression' && field === 'property' ? nameOf(parent['object']) : null
      if (name !== null) names.push({ name, member, of })
    }
    const literal = stringOf(node)
    if (literal !== null) {
      strings.push(literal)
      // `window['fetch']` is `window.fetch`.
      if (parent?.type === 'MemberExpression') {
        names.push({ name: literal, member: true, of: nameOf(parent['object']) })
      }
    }
    if (node.type === 'TemplateLiteral') {
      const pieces = (node['quasis'] as { value: { cooked: string } }[]).map(part => part.value.cooked)
      if (pieces.length === 1) strings.push(pieces[0] ?? '')
      else patterns.push(new RegExp(`^${pieces.map(literally).join('[a-z0-9_]+')}$`))
    }
    if (node.type === 'CallExpression') {
      const name = nameOf(node['callee'])
      if (name !== null) calls.push({ name, given: (node['arguments'] as unknown[]).map(stringOf) })
    }
    for (const { field: below, child } of childrenOf(node)) visit(child, below, node)
  }
  visit(parsed.program as unknown as Node, 'program', null)
  return { path, lines: text.split('\n').length - 1, imports, names, strings, patterns, calls }
}

const isCode = (path: string): boolean => /\.tsx?$/.test(path) && !path.endsWith('.d.ts')

/** Every module that ships. */
export const shippedSources = (): readonly Source[] =>
  ['lib', 'components', 'entrypoints'].flatMap(filesUnder).filter(isCode).map(readSource)

export const testSources = (): readonly Source[] => filesUnder('tests').filter(isCode).map(readSource)
