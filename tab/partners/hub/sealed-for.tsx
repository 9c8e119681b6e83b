import { sealedFor } from '../../../cards/sealed-for.ts';
import { groupedFingerprint, fingerprintOf, type Recipients } from '../../../concerns/terms/recipients.ts';
import { useHub } from '../frame/partner-context.ts';

/** The groups that what is passed on may be sealed to: nobody's identity is kept here, and so none of custodians. */
const groups = [
  ['acu', 'inside.forUnit'],
  ['recovery', 'inside.forRecovery'],
  ['reserve', 'inside.forReserve'],
] as const;

/** The keys that this page seals to, behind one press, so that their fingerprints can be compared beforehand. */
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
