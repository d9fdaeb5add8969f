// How the browser stories are run: Debian's Chromium, two at a time. On some machines the browser itself loses a key or
// a step back about once in a thousand; a story that fails is therefore told once more, on a fresh server, and one that
// needed it is named at the end (scripts/test.sh). What is wrong in Veven fails both times.
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const browser =
  process.env.VEVEN_CHROMIUM || ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path));

export default defineConfig({
  testDir: 'tests',
  globalSetup: './support/prepare.mjs',
  outputDir: 'test-results',
  workers: 2,
  retries: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 10_000 },
  globalTimeout: 30 * 60_000,
  reporter: [['list'], ...(process.env.VEVEN_RESULTS ? [['json', { outputFile: process.env.VEVEN_RESULTS }]] : [])],
  use: {
    // What is not there after this long does not come: say so at once, not after the whole story's time.
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    viewport: { width: 1280, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browser,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'browser' },
    // Stories tagged @noscript are told twice: everything must work without JavaScript as well.
    { name: 'no-script', grep: /@noscript/, use: { script: false } },
  ],
});
