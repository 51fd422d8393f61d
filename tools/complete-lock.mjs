// Makes package-lock.json fit for `npm ci` on every platform: `npm install` leaves out an optional dependency whose package the
// registry could not deliver (binaries of other platforms), and `npm ci` then refuses the lock. Each missing one gets a stub entry.
//   node tools/complete-lock.mjs [--check] [LOCK]      --check changes nothing and exits 1 when an entry is missing
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const systems = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'win32',
  windows: 'win32',
  android: 'android',
  freebsd: 'freebsd',
  openbsd: 'openbsd',
  netbsd: 'netbsd',
  sunos: 'sunos',
  aix: 'aix',
  openharmony: 'openharmony',
  fsevents: 'darwin',
};
const processors = [
  'arm',
  'arm64',
  'armv6',
  'armv7',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'ppc64le',
  'riscv64',
  's390x',
  'x64',
  'wasm32',
];
const libraries = { gnu: 'glibc', gnueabihf: 'glibc', glibc: 'glibc', musl: 'musl', musleabihf: 'musl' };

/** Where `name`, asked for by the package at `from` ('' is the project), is found in the lock; undefined when nowhere. */
const placeOf = (packages, from, name) => {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const place = `${folder ? `${folder}/` : ''}node_modules/${name}`;
    if (packages[place]) return place;
    if (!folder) return undefined;
  }
};

/** What the name says about the machines it is for; `npm ci` skips an entry whose `os` or `cpu` is another. */
const machineOf = (name) => {
  const parts = name.split(/[/@-]/);
  const os = parts
    .map((part) => systems[part])
    .filter(Boolean)
    .slice(0, 1);
  const cpu = parts.filter((part) => processors.includes(part)).slice(-1);
  const libc = parts
    .map((part) => libraries[part])
    .filter(Boolean)
    .slice(0, 1);
  if (!os.length && !cpu.length)
    throw new Error(`${name}: the name tells neither the system nor the processor; add its lock entry by hand`);
  return { ...(cpu.length && { cpu }), ...(libc.length && os[0] === 'linux' && { libc }), ...(os.length && { os }) };
};

const check = process.argv.includes('--check');
const file = resolve(
  process.argv.slice(2).find((word) => !word.startsWith('--')) ?? resolve(import.meta.dirname, '../package-lock.json'),
);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const added = [];
for (const [from, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const version = range.replace(/^[~^=v]+/, '');
    const place = placeOf(lock.packages, from, name);
    const stub = place && added.find((one) => one.place === place);
    if (place && !(stub && stub.version !== version)) {
      if (stub && !entry.dev) delete lock.packages[place].dev;
      continue;
    }
    if (!/^\d+\.\d+\.\d+/.test(version))
      throw new Error(`${name}: no version can be read from the range "${range}"; add its lock entry by hand`);
    const where = place ? `${from}/node_modules/${name}` : `node_modules/${name}`;
    const { cpu, libc, os } = machineOf(name);
    lock.packages[where] = {
      version,
      ...(cpu && { cpu }),
      ...(entry.dev && { dev: true }),
      ...(libc && { libc }),
      optional: true,
      ...(os && { os }),
    };
    added.push({ place: where, version });
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
if (added.length && !check) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
for (const { place, version } of added) console.log(`${check ? 'missing' : 'added'} ${place} ${version}`);
console.log(`${Object.keys(lock.packages).length} entries, ${added.length} ${check ? 'missing' : 'added'}`);
process.exitCode = check && added.length ? 1 : 0;
