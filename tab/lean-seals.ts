import type { Plugin } from 'vite';

const sealers = /\/age-encryption\/dist\/recipients\.js$/u;
const curves = '@noble/curves/nist.js';
const hybrids = '@noble/post-quantum/hybrid.js';
const curvesId = '\0candour-lean-curves';
const hybridFile = /\/@noble\/post-quantum\/hybrid\.js$/u;
const hybridsId = '\0candour-lean-hybrids:';

/**
 * Leaves out P-256, on which age plug-ins seal to hardware. The page seals only to `age1pq1…` lines; `checkRecipient`
 * holds that before the library sees one.
 */
export const leanSeals = (): Plugin => ({
  name: 'candour-lean-seals',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (importer === undefined) return undefined;
    if (source === curves && (sealers.test(importer) || hybridFile.test(importer))) return curvesId;
    if (source !== hybrids || !sealers.test(importer)) return undefined;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found && `${hybridsId}${found.id}`;
  },
  load(id) {
    if (id === curvesId) return 'export const p256 = undefined;\nexport const p384 = undefined;';
    if (!id.startsWith(hybridsId)) return undefined;
    const real = JSON.stringify(id.slice(hybridsId.length));
    return `export { MLKEM768X25519 } from ${real};\nexport const MLKEM768P256 = undefined;`;
  },
  transform(code, id) {
    if (!hybridFile.test(id)) return undefined;
    // Each is on a line of its own, made with that curve as the module is read, and unused here.
    const kept = code
      .replace(/^export const QSF_ml_kem\d+_p\d+ = QSF\(.*\);$/gmu, '')
      .replace(/^export const QSFMLKEM.*;$/gmu, '');
    if (/^(?!export const ml_kem\d+_p\d+ = \/\* @__PURE__ \*\/|import).*\bp(?:256|384)\b(?!'|\()/mu.test(kept))
      this.error('the library for post-quantum keys uses the curve P-256 otherwise');
    return { code: kept, map: null };
  },
});
