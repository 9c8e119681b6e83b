import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A signature for git, or for a file of another kind, is none of a release. */
const signatureNamespace = 'candour-release';
/** The name of whoever signs releases, in `allowed_signers`. */
const principal = 'candour';

/** The sentence that ssh-keygen ended with is on this terminal. */
export class SignatureError extends Error {}

function sshKeygen(args: readonly string[], input: Uint8Array | undefined): Buffer {
  const { status, stdout, error } = spawnSync('ssh-keygen', args, {
    ...(input && { input }),
    // A passphrase is asked for on the terminal itself.
    stdio: [input === undefined ? 'inherit' : 'pipe', 'pipe', 'inherit'],
  });
  if (error) throw new SignatureError('This machine has no ssh-keygen: Debian has it in openssh-client.');
  if (status !== 0) throw new SignatureError('ssh-keygen refused.');
  return stdout;
}

/** Signs what a file holds, beside it, with a private key at a path. Returns the signature's path. Throws SignatureError. */
export function signFile(path: string, key: string): string {
  const signature = `${path}.sig`;
  // It asks before it writes over one.
  rmSync(signature, { force: true });
  sshKeygen(['-Y', 'sign', '-q', '-n', signatureNamespace, '-f', key, path], undefined);
  return signature;
}

/** The line of `allowed_signers` for the key that made a signature's file, from `<key>.pub`. Throws SignatureError. */
export function formatAllowedSigner(key: string): string {
  let line: string;
  try {
    line = readFileSync(`${key}.pub`, 'utf8');
  } catch {
    line = sshKeygen(['-y', '-f', key], undefined).toString('utf8');
  }
  const [type = '', publicKey = ''] = line.trim().split(/\s+/u);
  if (!/^[\w@.-]+$/u.test(type) || !/^[A-Za-z0-9+/=]+$/u.test(publicKey)) {
    throw new SignatureError('The public key cannot be read.');
  }
  return `${principal} namespaces="${signatureNamespace}" ${type} ${publicKey}\n`;
}

/** As `ssh-keygen -Y verify` does it for someone who has only the files. */
export function isSignedBy(content: Uint8Array, signature: Uint8Array, allowedSigners: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'candour-release-'));
  try {
    const [signers, sig] = [join(folder, 'allowed_signers'), join(folder, 'sig')];
    writeFileSync(signers, allowedSigners);
    writeFileSync(sig, signature);
    const asked = ['-Y', 'verify', '-f', signers, '-I', principal, '-n', signatureNamespace, '-s', sig];
    const { status, error } = spawnSync('ssh-keygen', asked, { input: content, stdio: ['pipe', 'ignore', 'ignore'] });
    if (error) throw new SignatureError('This machine has no ssh-keygen: Debian has it in openssh-client.');
    return status === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
