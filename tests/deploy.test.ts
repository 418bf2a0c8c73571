import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  at,
  containersOf,
  deployed,
  deployFiles,
  list,
  type Mapping,
  mapping,
  texts,
} from './deploy-files.ts';
import { emptyFolder, ROOT, run } from './program.ts';
import { openDoor } from './program-door.ts';

const KUBERNETES = deployFiles().filter((path) => path.startsWith('kubernetes/'));
const JOBS = KUBERNETES.filter((path) => deployed(path).kind === 'Job');
const SHARDS = 8;
const ITEM = 'items/water/water-abstraction.yaml';

test('every file is one YAML document without a warning', () => {
  expect(deployFiles().length).toBeGreaterThanOrEqual(8);
  for (const path of deployFiles()) expect(Object.keys(deployed(path))).not.toEqual([]);
});

test('the options that are used exist', async () => {
  let found = 0;
  for (const path of deployFiles()) {
    const shell = texts(deployed(path)).join('\n').replaceAll('\\\n', ' ');
    for (const [, command = '', rest = ''] of shell.matchAll(/npx mingbai (\S+)(.*)/g)) {
      const { code, out } = await run([command, '--help'], ROOT);
      expect([path, command, code]).toEqual([path, command, 0]);
      for (const [option] of rest.matchAll(/(?<=\s)--[a-z-]+/g)) expect(out).toContain(option);
      found += 1;
    }
  }
  expect(found).toBe(17);
});

describe.each(KUBERNETES)('%s', (path) => {
  const manifest = deployed(path);

  test('is an object of its kind with a name', () => {
    const versions: Record<string, string> = { Job: 'batch/v1' };
    expect(manifest.apiVersion).toBe(versions[String(manifest.kind)] ?? 'v1');
    expect(String(at(manifest, 'metadata', 'name'))).toMatch(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);
    const known = ['apiVersion', 'kind', 'metadata', 'spec', 'data', 'stringData'];
    expect(known).toEqual(expect.arrayContaining(Object.keys(manifest)));
  });

  test('has text only in data', () => {
    const data = Object.values({ ...mapping(manifest.data ?? {}) });
    expect(data.filter((value) => typeof value !== 'string')).toEqual([]);
  });
});

describe.each(JOBS)('%s', (path) => {
  const job = deployed(path);
  const pod = at(job, 'spec', 'template', 'spec');

  test('may be a Job', () => {
    expect(Object.keys(mapping(job.spec))).toEqual(
      path.includes('parts')
        ? [
            ...['completionMode', 'completions', 'parallelism', 'backoffLimit'],
            ...['ttlSecondsAfterFinished', 'template'],
          ]
        : ['backoffLimit', 'ttlSecondsAfterFinished', 'template'],
    );
    expect(at(pod, 'restartPolicy')).toBe('Never');
  });

  test('has volumes and settings for every container', () => {
    const volumes = list(at(pod, 'volumes')).map((volume) => String(at(volume, 'name')));
    const names = new Set(KUBERNETES.map((each) => at(deployed(each), 'metadata', 'name')));
    expect(containersOf(job).length).toBeGreaterThan(0);
    for (const container of containersOf(job)) {
      expect(String(container.image)).toMatch(/^(node|alpine\/git|rclone\/rclone):[v\d.]+$/);
      const mounts = list(container.volumeMounts).map((mount) => String(at(mount, 'name')));
      expect(volumes).toEqual(expect.arrayContaining(mounts));
      for (const from of list(container.envFrom)) {
        const source = mapping(Object.values(mapping(from))[0]);
        expect(names).toContain(source.name);
      }
    }
  });

  test('counts as many parts as the settings', () => {
    const { data } = deployed('kubernetes/settings.yaml');
    expect(at(data, 'MINGBAI_SHARDS')).toBe(String(SHARDS));
    if (!path.includes('parts')) return;
    expect(at(job, 'spec', 'completionMode')).toBe('Indexed');
    expect(at(job, 'spec', 'completions')).toBe(SHARDS);
  });
});

/** Files of a tree by path, as text that can be compared. */
function tree(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  return Object.fromEntries(
    paths.sort().map((path) => [path, readFileSync(join(root, path), 'base64')]),
  );
}

const door = await openDoor();
afterAll(() => door.close());
const PROCESS = `"${process.execPath}" "${join(ROOT, 'bin/mingbai.js')}"`;

/** Runs a script of a manifest with this program and without what comes from elsewhere. */
async function shell(
  script: string,
  cwd: string,
  env: Record<string, string>,
  program = door.command,
): Promise<void> {
  const own = script
    .replaceAll('npm ci', 'true')
    .replaceAll('npx mingbai', program)
    .replaceAll('build catalog', 'build catalog --only html,json')
    .replaceAll('/data/', `${cwd}/`);
  const options = { cwd, env: { PATH: process.env.PATH ?? '', ...env } };
  await promisify(execFile)('sh', ['-ec', own], options);
}

/** The site as a process of its own builds it, once for all who compare theirs. */
const built = join(emptyFolder(), 'whole');
beforeAll(async () => {
  const cwd = emptyFolder();
  cpSync(join(ROOT, 'tests/catalog'), join(cwd, 'catalog'), { recursive: true });
  await shell(`npx mingbai build catalog --out "${built}" --no-cache`, cwd, {}, PROCESS);
});

/** The catalogue as the manifests find it. */
function ground(): string {
  const cwd = emptyFolder();
  cpSync(join(ROOT, 'tests/catalog'), join(cwd, 'catalog'), { recursive: true });
  return cwd;
}

/** The script of a container, or of the steps of a job. */
function scriptOf(job: Mapping, name: string): string {
  const container = containersOf(job).find((each) => each.name === name);
  return texts(container?.args).join('\n');
}

describe('what the manifests run makes the same site as one build', () => {
  test('Kubernetes with a shared volume, also when it is built again after an edit', async () => {
    const cwd = ground();
    const [parts, merge] = ['parts', 'merge'].map((name) =>
      deployed(`kubernetes/${name}-shared-volume.yaml`),
    );
    const env = { MINGBAI_SHARDS: String(SHARDS) };
    const numbers = Array.from({ length: SHARDS }, (_, index) => String(index));
    const build = async (): Promise<void> => {
      for (const JOB_COMPLETION_INDEX of numbers) {
        await shell(scriptOf(parts!, 'build'), cwd, { ...env, JOB_COMPLETION_INDEX });
      }
      await shell(scriptOf(merge!, 'merge'), cwd, env);
    };
    const copies = numbers.map((index) => join(cwd, `catalogues/${index}/catalog`));
    for (const copy of copies) cpSync(join(cwd, 'catalog'), copy, { recursive: true });
    await build();
    expect(tree(join(cwd, 'site'))).toEqual(tree(built));
    for (const folder of [join(cwd, 'catalog'), ...copies]) {
      const path = join(folder, ITEM);
      writeFileSync(path, readFileSync(path, 'utf8').replace(/^name: /m, 'name: 改过的'));
    }
    await build();
    const whole = join(emptyFolder(), 'whole');
    await shell(`npx mingbai build catalog --out "${whole}" --no-cache`, cwd, {});
    const site = tree(join(cwd, 'site'));
    expect(site).toEqual(tree(whole));
    expect(Buffer.from(site['items.json'] ?? '', 'base64').toString()).toContain('改过的');
  });

  test('Kubernetes with an object store', async () => {
    const cwd = ground();
    const [parts, merge] = ['parts', 'merge'].map((name) =>
      deployed(`kubernetes/${name}-object-store.yaml`),
    );
    cpSync(join(cwd, 'catalog'), join(cwd, 'catalogue/catalog'), { recursive: true });
    mkdirSync(join(cwd, 'packed'));
    for (let index = 0; index < SHARDS; index += 1) {
      const env = { JOB_COMPLETION_INDEX: String(index), MINGBAI_SHARDS: String(SHARDS) };
      await shell(scriptOf(parts!, 'build').replaceAll('-C /data ', `-C "${cwd}" `), cwd, env);
      cpSync(join(cwd, `part-${index}.tar`), join(cwd, `packed/part-${index}.tar`));
    }
    await shell(scriptOf(merge!, 'merge'), cwd, { MINGBAI_SHARDS: String(SHARDS) });
    expect(tree(join(cwd, 'site'))).toEqual(tree(built));
  });

  test('GitLab', async () => {
    const cwd = ground();
    const file = deployed('gitlab/.gitlab-ci.yml');
    const total = Number(at(file, 'parts', 'parallel'));
    for (let index = 1; index <= total; index += 1) {
      const env = { CI_NODE_INDEX: String(index), CI_NODE_TOTAL: String(total) };
      await shell(texts(at(file, 'parts', 'script')).join('\n'), cwd, env);
    }
    await shell(texts(at(file, 'pages', 'script')).join('\n'), cwd, {});
    expect(tree(join(cwd, 'public'))).toEqual(tree(built));
  });

  test('GitHub', async () => {
    const cwd = ground();
    const jobs = deployed('github/site.yml').jobs;
    const scripts = (name: string): string =>
      list(at(jobs, name, 'steps'))
        .flatMap((step) => texts(at(step, 'run')))
        .join('\n');
    const total = list(at(jobs, 'parts', 'strategy', 'matrix', 'part')).length;
    for (let index = 0; index < total; index += 1) {
      const env = { JOB_INDEX: String(index), MINGBAI_SHARDS: String(total) };
      await shell(scripts('parts'), cwd, env);
    }
    await shell(scripts('merge'), cwd, {});
    expect(tree(join(cwd, 'site'))).toEqual(tree(built));
  });
});
