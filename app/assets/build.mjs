// Bundles app/assets/*.js and *.css into app/static/ and draws one sprite of the icons that templates and code name.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const out = join(here, '..', 'static');
const icons = join(here, 'node_modules', '@tabler', 'icons', 'icons', 'outline');

const listed = (folder, endings) =>
  !existsSync(folder) ? [] : readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('node_modules'));

async function bundle() {
  const sources = readdirSync(here).filter((name) => /\.(js|css)$/.test(name)).map((name) => join(here, name));
  if (!sources.some((path) => path.endsWith('/app.js'))) {
    const stdin = { contents: 'import "htmx.org";', resolveDir: here };
    await build({ stdin, bundle: true, minify: true, target: 'chrome105', outfile: join(out, 'app.js'), logLevel: 'warning' });
  }
  await build({
    entryPoints: sources, outdir: out, bundle: true, minify: true, target: 'chrome105', charset: 'utf8', logLevel: 'warning',
    loader: { '.svg': 'dataurl', '.woff2': 'file' }, legalComments: 'eof',
  });
  for (const folder of ['images', 'fonts']) {
    if (existsSync(join(here, folder))) cpSync(join(here, folder), join(out, folder), { recursive: true });
  }
}

function named() {
  const sources = [
    ...listed(join(root, 'app', 'templates'), ['.html', '.svg', '.jinja']), ...listed(join(root, 'app'), ['.py']),
    ...listed(here, ['.js']), ...listed(join(root, 'graph_schema'), ['.py']), ...listed(join(root, 'queries'), ['.py', '.cypher']),
  ];
  const spellings = [/\bicon\(\s*['"]([a-z][a-z0-9-]*)['"]/g, /#i-([a-z][a-z0-9-]*)/g, /\bicon["']?\s*[=:]\s*["']([a-z][a-z0-9-]*)["']/g];
  const text = sources.map((path) => readFileSync(path, 'utf8')).join('\n');
  return [...new Set(spellings.flatMap((spelling) => [...text.matchAll(spelling)].map((match) => match[1])))].sort();
}

function sprite(names) {
  const symbols = names.filter((name) => {
    if (existsSync(join(icons, `${name}.svg`))) return true;
    console.error(`There is no icon "${name}" in @tabler/icons.`);
    process.exitCode = 1;
    return false;
  }).map((name) => {
    const drawn = readFileSync(join(icons, `${name}.svg`), 'utf8');
    const inner = drawn.slice(drawn.indexOf('>', drawn.indexOf('<svg')) + 1, drawn.lastIndexOf('</svg>'));
    return `<symbol id="i-${name}" viewBox="0 0 24 24">${inner.replace(/\s*\n\s*/g, '')}</symbol>`;
  });
  writeFileSync(join(out, 'icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`);
}

function version() {
  const hash = createHash('sha256');
  for (const path of listed(out, ['']).sort()) hash.update(readFileSync(path));
  writeFileSync(join(out, 'version.txt'), hash.digest('hex').slice(0, 12));
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await bundle();
sprite(named());
version();
