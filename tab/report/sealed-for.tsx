import { makeStyles, tokens } from '@fluentui/react-components';
import { fingerprintOf, keyGroups, type Recipients } from '../../concerns/terms/recipients.ts';
import { sealedFor } from '../../cards/sealed-for.ts';
import { keyGroupText } from '../parts/key-group-text.ts';
import { useTab } from '../parts/tab-context.ts';
import { Fingerprint } from '../seals/fingerprint.tsx';

const useStyles = makeStyles({
  keys: { '& summary': { cursor: 'pointer' }, '& summary:focus-visible': { outlineColor: tokens.colorStrokeFocus2 } },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

export function SealedFor({ recipients }: { readonly recipients: Recipients }) {
  const styles = useStyles();
  const { say, language } = useTab();
  const { heading, why } = sealedFor(language);
  return (
    <details className={styles.keys}>
      <summary>{heading}</summary>
      <p>{why}</p>
      <ul className={styles.list}>
        {keyGroups.flatMap((group) =>
          recipients[group].map((line) => (
            <li key={line}>
              {keyGroupText(say, group)}: <Fingerprint of={fingerprintOf(line)} />
            </li>
          )),
        )}
      </ul>
    </details>
  );
}
