import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/e2e/setup.ts'],
    // One file after another: two browsers at once are slower than one after the other on two cores.
    fileParallelism: false,
    // No test waits for time; these end what hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
