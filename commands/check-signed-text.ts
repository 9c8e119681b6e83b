import { type ExportedCase, isShownEntry } from '../concerns/casework/exported-case.ts';
import { signOffOf } from '../concerns/casework/signed-text.ts';
import { SealError } from '../concerns/ports/seal-error.ts';
import { digestOfSeal } from '../concerns/terms/seal-digest.ts';
import { openByKey } from '../seals/open-seal.ts';
import { type Check, check } from './export-check.ts';

async function textOfSeal({ seal, key }: { readonly seal: string; readonly key: string }, of: string) {
  if (digestOfSeal(seal) !== of) return undefined;
  try {
    return await openByKey(seal, key);
  } catch (error) {
    if (error instanceof SealError) return undefined;
    throw error;
  }
}

/** Whether the text of a sanitised export is the one that was signed off; no checks for a whole export. */
export async function checkSignedText({ content, history, attestation }: ExportedCase): Promise<readonly Check[]> {
  if (content.what !== 'sanitised') return [];
  const signOff = signOffOf(history.filter(isShownEntry));
  if (signOff === undefined) {
    return [{ found: 'wrong', line: 'The history does not say that a second person signed off the last text.' }];
  }
  const { of, by, at } = signOff;
  if (attestation.of === undefined) {
    return [
      {
        found: 'unsure',
        line:
          `Not known: whether the text is what ${by} signed off at ${at}. The file was exported before anything was ` +
          `kept that could show it.`,
      },
    ];
  }
  if (attestation.of !== of) return [{ found: 'wrong', line: 'Another text was exported than was signed off.' }];
  if (content.proof === undefined) {
    return [{ found: 'wrong', line: `The text cannot be compared with what ${by} signed off: its seal is missing.` }];
  }
  return [
    check(
      (await textOfSeal(content.proof, of)) === content.text,
      `The text is what ${by} signed off at ${at}. Everything else in the content, and the PDF, comes from the person who exported it.`,
      `The text differs from what ${by} signed off at ${at}.`,
    ),
  ];
}
