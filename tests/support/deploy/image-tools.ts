import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { z } from 'zod';

const configSchema = z.object({
  Docker: z.object({
    config: z.object({
      User: z.string(),
      Env: z.array(z.string()),
      Entrypoint: z.array(z.string()),
      Cmd: z.array(z.string()),
      WorkingDir: z.string(),
      Volumes: z.record(z.string(), z.unknown()),
      ExposedPorts: z.record(z.string(), z.unknown()),
      Labels: z.record(z.string(), z.string()),
      Healthcheck: z.object({ Test: z.array(z.string()) }),
    }),
  }),
});

/** How an image says that it is run. */
export type ImageConfig = z.infer<typeof configSchema>['Docker']['config'];

/** What builds images without a daemon, in a store of its own. */
export interface ImageBuilder {
  /** Builds a recipe in a context. Answers with what was complained of, or nothing where it went well. */
  build(name: string, context: string, recipe: string, argument?: string): string | undefined;
  readonly getDigest: (name: string) => string;
  readonly getConfig: (name: string) => ImageConfig;
  /** Its size as images are told, in bytes of a million to the megabyte. */
  readonly getSize: (name: string) => string;
  /** A folder with all that is in the image. */
  mount(name: string): string;
}

/** Throws, in words, where this machine cannot build and start an image. */
export function assertImageTools(): void {
  const missing = ['buildah', 'bwrap'].filter((tool) => spawnSync(tool, ['--version']).error);
  if (missing.length > 0)
    throw new Error(`${missing.join(' and ')} is missing: "apt-get install buildah netavark bubblewrap" brings it`);
  if (process.getuid?.() !== 0) throw new Error('the image is built as root, in a container or a virtual machine');
}

/** A builder that keeps its images in a folder. */
export function createImageBuilder(folder: string): ImageBuilder {
  const own = ['--storage-driver', 'vfs', '--root', `${folder}/root`, '--runroot', `${folder}/run`];
  const buildah = (...args: readonly string[]): string =>
    execFileSync('buildah', [...own, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  const hard = (letter: string): string =>
    execFileSync('sh', ['-c', `ulimit -H${letter} 2>/dev/null || echo 4096`], { encoding: 'utf8' }).trim();
  // Its own limits are higher than some machines let it set.
  const limits = [`nofile=${hard('n')}:${hard('n')}`, `nproc=65536:65536`].flatMap((one) => ['--ulimit', one]);
  return {
    build(name, context, recipe, argument) {
      const more = argument === undefined ? [] : ['--build-arg', argument];
      const asked = [
        'bud',
        '--isolation',
        'chroot',
        '--format',
        'docker',
        ...limits,
        ...more,
        '-f',
        recipe,
        '-t',
        name,
      ];
      const { status, stderr, stdout } = spawnSync('buildah', [...own, ...asked, context], { encoding: 'utf8' });
      return status === 0 ? undefined : stdout + stderr;
    },
    getDigest: (name) => buildah('images', '--digests', '--format', '{{.Digest}}', name),
    getConfig: (name) => configSchema.parse(JSON.parse(buildah('inspect', '--type', 'image', name))).Docker.config,
    getSize: (name) => buildah('images', '--format', '{{.Size}}', name),
    mount: (name) => buildah('mount', buildah('from', '--pull-never', name)),
  };
}

/** Starts a program in the root of an image as its own account: read-only but for its data, without any capability. */
export function startInImage(
  files: string,
  data: string,
  config: ImageConfig,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): ChildProcess {
  const [user = '', group = ''] = config.User.split(':');
  const given = [...config.Env.map((one) => one.split(/=(.*)/su)), ...Object.entries(environment)];
  const set = given.flatMap(([name = '', value = '']) => ['--setenv', name, value]);
  const walls = [
    '--unshare-user',
    '--unshare-pid',
    '--unshare-ipc',
    '--unshare-uts',
    '--cap-drop',
    'ALL',
    '--clearenv',
  ];
  const bound = ['--ro-bind', files, '/', '--bind', data, '/data', '--proc', '/proc', '--dev', '/dev'];
  const as = ['--uid', user, '--gid', group, '--chdir', config.WorkingDir, '--die-with-parent', '--new-session'];
  return spawn('bwrap', [...walls, ...bound, ...as, ...set, ...config.Entrypoint, ...args], {
    env: {},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
