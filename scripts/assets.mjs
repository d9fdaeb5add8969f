// Builds the look of Veven into crates/web/assets/vendor/, and the fonts of documents into crates/documents/fonts/; the
// program embeds both.
//
//   npm ci && npm run assets
//
// Everything that a page needs comes out of here, so that no page ever asks another host for anything.
// The result is the same for the same sources: no clock, no random names, and nothing is fetched.

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import fontverter from 'fontverter'
import { browserslistToTargets, bundle, Features, transform } from 'lightningcss'
import subsetFont from 'subset-font'
import { optimize } from 'svgo'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const sources = join(root, 'crates/web/assets')
const packages = join(root, 'node_modules')
const out = join(sources, 'vendor')

/** The oldest browsers that the styles are written down for: two years and Firefox's long-term edition. */
const targets = browserslistToTargets(['chrome 120', 'firefox 128', 'safari 17.2', 'ios_saf 17.2', 'samsung 25'])

/** Designsystemet sets color-scheme itself, so light-dark() stays as it is written. */
const rules = { minify: true, targets, exclude: Features.LightDark }

const text = (...path) => readFileSync(join(...path), 'utf8')
const written = new Map()
function write(name, content) {
  const bytes = Buffer.from(content)
  writeFileSync(join(out, name), bytes)
  written.set(name, bytes)
}

/** Colours and sizes from designsystemet.config.json, made by Designsystemet's own tool. */
function theme() {
  const work = mkdtempSync(join(tmpdir(), 'veven-theme-'))
  const tool = join(packages, '@digdir/designsystemet/dist/bin/designsystemet.js')
  const run = (...args) =>
    execFileSync(process.execPath, [tool, 'tokens', ...args], { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] })
  try {
    cpSync(join(sources, 'designsystemet.config.json'), join(work, 'designsystemet.config.json'))
    run('create', '--config', 'designsystemet.config.json', '--clean')
    run('build', '--config', 'designsystemet.config.json', '-t', 'design-tokens', '-o', 'theme', '--clean')
    return minify('theme.css', lightOnPaper(text(work, 'theme/veven.css')))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Paper is light: the dark tokens hold on screens only, also when somebody has chosen dark for good. */
function lightOnPaper(css) {
  const dark = '@layer ds.theme.color-scheme.dark {'
  const start = css.indexOf(dark)
  const next = css.indexOf('\n@layer ', start + dark.length)
  if (start < 0 || next < 0) throw new Error('the theme has no dark layer followed by another: has its form changed?')
  return `${css.slice(0, start)}@media screen {\n${css.slice(start, next)}\n}${css.slice(next)}`
}

function minify(filename, css) {
  return transform({ filename, code: Buffer.from(css), ...rules }).code.toString()
}

/** One style sheet: the order of the layers, Designsystemet, our theme, our own rules. */
function styles() {
  const designsystemet = text(packages, '@digdir/designsystemet-css/dist/src/index.css')
  const own = bundle({ filename: join(sources, 'veven.css'), ...rules }).code.toString()
  write('veven.css', `@layer ds,veven;${designsystemet}\n${theme()}\n${own}\n`)
}

const svgo = {
  multipass: true,
  floatPrecision: 2,
  plugins: [
    { name: 'preset-default', params: { overrides: { cleanupIds: false, removeHiddenElems: false, mergePaths: false } } },
  ],
}

/** An SVG file as a symbol: its view box and what is inside it. */
function symbol(id, svg) {
  const small = optimize(svg, svgo).data
  const box = /viewBox="([^"]+)"/.exec(svg)?.[1]
  const [, head, inside] = /<svg([^>]*)>(.*)<\/svg>/s.exec(small) ?? []
  if (!box || inside === undefined) throw new Error(`\`${id}\` is not a drawing with a viewBox`)
  const look = [...head.matchAll(/ (fill|stroke[\w-]*)="[^"]*"/g)].map(([attribute]) => attribute).join('')
  return `<symbol id="${id}" viewBox="${box}"${look}>${inside}</symbol>`
}

/** An icon takes its colour from the page, once for the whole symbol instead of on each line. */
function plain(icon) {
  const body = icon.replace('fill="none"', '').replaceAll(' clip-rule="evenodd"', '').replaceAll(' fill="currentColor"', '')
  return body.replace('<svg', '<svg fill="currentColor"')
}

/** A file of symbols that pages point into with <use>. */
function symbols(name, namespace, drawings) {
  const ids = new Set()
  for (const [id] of drawings) {
    if (ids.has(id)) throw new Error(`the id \`${id}\` is used twice in \`${name}\``)
    ids.add(id)
  }
  write(name, `<svg xmlns="${namespace}">${drawings.map(([id, svg]) => symbol(id, svg)).join('')}</svg>\n`)
}

/** The icons of icons.txt with our mark, and apart from them the drawn faces and scenes that few pages show. */
function drawings() {
  const icons = join(packages, '@navikt/aksel-icons/dist/svg')
  const wanted = text(sources, 'icons.txt')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) => line.trim().split(/\s+/))
  // The namespace is read from an icon, so that no source of ours has to spell an address.
  const namespace = /xmlns="([^"]+)"/.exec(text(icons, `${wanted[0][0]}.svg`))[1]
  const drawing = (name) => text(sources, 'drawings', `${name}.svg`).replace('<svg', `<svg xmlns="${namespace}"`)
  const names = readdirSync(join(sources, 'drawings')).sort().map((file) => file.replace(/\.svg$/, ''))
  const marks = ['logo', 'ro', 'traader']
  symbols('sprite.svg', namespace, [
    ...wanted.map(([name, id]) => [id, plain(text(icons, `${name}.svg`))]),
    ...marks.map((name) => [name, drawing(name)]),
  ])
  symbols('bilder.svg', namespace, names.filter((name) => !marks.includes(name)).map((name) => [name, drawing(name)]))
  write('logo.svg', optimize(literal(drawing('logo')), svgo).data)
}

/** The favicon stands alone, where no style sheet reaches: colours by value instead of by token. */
function literal(svg) {
  return svg.replace(/var\(--[\w-]+,\s*(#[0-9a-fA-F]{6})\)/g, '$1')
}

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('')
/** What the languages that we always load need: Latin-1 and the signs of good typesetting. */
const latin = range(0x20, 0x7e) + range(0xa0, 0xff) + '–—‘’‚“”„…•·−€‰′″←→↑↓\u2009\u200b\u202f\u2011'
/** Sami (North, Lule, South, Skolt), Polish, Baltic, Czech, Turkish and Romanian: loaded only where a page has them. */
const ext =
  'ĀāĂăĄąĆćČčĎďĐđĒēĖėĘęĚěĞğĢģĪīĮįİıĶķĹĺĻļĽľŁłŃńŅņŇňŊŋŌōŐőŒœŔŕŖŗŘřŚśŞşŠšŢţŤťŦŧŪūŮůŰűŲųŹźŻżŽžȘșȚțǤǥǦǧǨǩǮǯ'

/**
 * The font's licence reserves the name «Source» for the uncut font, so ours is called something else.
 * The new name is as long as the old one: only the bytes of the table of names change, and its sum.
 */
function rename(font) {
  const names = [['Source Sans 3', 'Veven Sans v3'], ['SourceSans3', 'VevenSansv3']]
  const utf16 = (name) => Buffer.from(name, 'utf16le').swap16()
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i)
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'name')
  const table = font.subarray(font.readUInt32BE(entry + 8), font.readUInt32BE(entry + 8) + font.readUInt32BE(entry + 12))
  for (const [from, to] of names)
    for (let at = table.indexOf(utf16(from)); at >= 0; at = table.indexOf(utf16(from), at)) utf16(to).copy(table, at)
  const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])
  let sum = 0
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0
  font.writeUInt32BE(sum, entry + 4)
  return font
}

async function fonts() {
  const files = join(packages, '@fontsource-variable/source-sans-3/files')
  const cut = async (name, letters) => {
    const font = await subsetFont(readFileSync(join(files, `source-sans-3-${name}-wght-normal.woff2`)), letters, {
      targetFormat: 'truetype',
      // Only the plain letters: no small capitals, fractions or raised figures, which we never ask for.
      noLayoutClosure: true,
      variationAxes: { wght: { min: 400, max: 700 } },
    })
    return fontverter.convert(rename(Buffer.from(font)), 'woff2')
  }
  write('source-sans-3-latin.woff2', await cut('latin', latin))
  write('source-sans-3-ext.woff2', await cut('latin-ext', ext))
}

/**
 * The fonts that documents are set in, whole and under their own names; each document holds only the letters that it uses.
 * Latin, Cyrillic and Greek; Arabic (with Persian, Urdu and Kurdish); Ge'ez (Tigrinya and Amharic); emoji.
 */
function printed() {
  const folder = join(root, 'crates/documents/fonts')
  const fonts = [
    ['source-sans-3', 'SourceSans3', ['400Regular', '600SemiBold']],
    ['noto-sans-arabic', 'NotoSansArabic', ['400Regular']],
    ['noto-sans-ethiopic', 'NotoSansEthiopic', ['400Regular']],
    ['noto-emoji', 'NotoEmoji', ['400Regular']],
  ]
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const licences = fonts.map(([name, file, weights]) => {
    const from = join(packages, '@expo-google-fonts', name)
    for (const weight of weights) cpSync(join(from, weight, `${file}_${weight}.ttf`), join(folder, `${file}_${weight}.ttf`))
    return `${weights.map((weight) => `${file}_${weight}.ttf`).join(', ')}\n\n${text(from, 'LICENSE_FONT').trim()}\n`
  })
  writeFileSync(join(folder, 'OFL.txt'), licences.join(`\n${'-'.repeat(78)}\n\n`))
}

/** Everything that is shipped to a browser, with its licence in full. */
function licences() {
  const shipped = [
    ['@digdir/designsystemet-css', 'styles'],
    ['@digdir/designsystemet', 'made the theme'],
    ['@navikt/aksel-icons', 'icons'],
    ['@fontsource-variable/source-sans-3', 'font, © Adobe, cut to the letters and weights we use and renamed'],
    ['htmx.org', 'script'],
  ]
  const part = ([name, what]) => {
    const { version, license } = JSON.parse(text(packages, name, 'package.json'))
    const file = readdirSync(join(packages, name)).find((entry) => /^licen[cs]e/i.test(entry))
    // Some packages only name their licence: its text is then kept here.
    const full = file ? text(packages, name, file) : text(sources, 'licences', `${name.replace('@', '').replace('/', '-')}.txt`)
    return `${name} ${version} – ${what} – ${license}\n\n${full.trim()}\n`
  }
  const line = `\n${'-'.repeat(78)}\n\n`
  write('LICENSES.txt', ['Veven serves these works of others, cut down to what it needs:\n', ...shipped.map(part)].join(line))
}

/** Packed copies, made once here instead of at every request. Fonts are packed already. */
function pack() {
  for (const [name, bytes] of [...written]) {
    if (!/\.(css|js|svg|txt)$/.test(name)) continue
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    write(`${name}.br`, brotliCompressSync(bytes, { params }))
    write(`${name}.gz`, gzipSync(bytes, { level: 9 }))
  }
}

/** `version` names the folder that the files are served from: it changes when any of them does. */
function manifest() {
  const hash = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  const files = [...written].filter(([name]) => !/\.(br|gz)$/.test(name)).sort(([a], [b]) => (a < b ? -1 : 1))
  const entries = Object.fromEntries(files.map(([name, bytes]) => [name, { hash: hash(bytes), bytes: bytes.length }]))
  write('manifest.json', JSON.stringify({ version: hash(JSON.stringify(entries)), files: entries }, null, 2) + '\n')
}

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
styles()
drawings()
write('htmx.js', text(packages, 'htmx.org/dist/htmx.esm.min.js').replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n'))
await fonts()
printed()
licences()
pack()
manifest()
for (const [name, bytes] of [...written].sort(([a], [b]) => (a < b ? -1 : 1)))
  process.stdout.write(`${String(bytes.length).padStart(8)}  ${name}\n`)
