import { defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['tests/{core,app,store,platform,content,components,contract,repo}/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    // No test waits for time; these end what hangs, also where the machine has much else to do.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
