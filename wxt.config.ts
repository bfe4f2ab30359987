import preact from '@preact/preset-vite'
import { defineConfig } from 'wxt'

/** The one content security policy: nothing is fetched, nothing is evaluated, nothing frames Thaw. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types thaw-worker',
].join('; ')

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
    // Otherwise the build carries the path of every source file.
    oxc: { jsx: { development: false } },
    build: {
      modulePreload: { polyfill: false },
      target: 'esnext',
      // What every page loads comes in one file, which loads faster and packs tighter than many.
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 3 }] } } },
    },
  }),
  manifest: ({ browser }) => ({
    name: 'Thaw',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['alarms', 'notifications', 'idle', 'storage', 'unlimitedStorage'],
    incognito: 'not_allowed',
    content_security_policy: { extension_pages: contentSecurityPolicy },
    action: { default_title: 'Thaw' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'thaw@thaw.invalid',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '144', externally_connectable: { ids: [] } }),
  }),
})
