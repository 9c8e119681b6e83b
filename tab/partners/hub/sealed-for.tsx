import { sealedFor } from '../../../cards/sealed-for.ts';
import { groupedFingerprint, fingerprintOf, type Recipients } from '../../../concerns/terms/recipients.ts';
import { useHub } from '../frame/partner-context.ts';

/** No identity is kept here, so no custodians. */
const groups = [
  ['acu', 'inside.forUnit'],
  ['recovery', 'inside.forRecovery'],
  ['reserve', 'inside.forReserve'],
] as const;

export function SealedFor({ recipients }: { readonly recipients: Recipients }) {
  const { say, language } = useHub();
  const { heading, why } = sealedFor(language);
  return (
    <details>
      <summary>{heading}</summary>
      <p>{why}</p>
      <ul>
        {groups.flatMap(([group, word]) =>
          recipients[group].map((line) => (
            <li key={line}>
              {say(word)}:{' '}
              <span className="fingerprint" dir="ltr" translate="no">
                {groupedFingerprint(fingerprintOf(line))}
              </span>
            </li>
          )),
        )}
      </ul>
    </details>
  );
}
