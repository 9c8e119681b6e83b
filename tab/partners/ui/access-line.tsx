import type { PartnerAccess } from '../../../contract/partner-operations.ts';
import { formatDay } from '../../../words/date-format.ts';
import { usePageShell } from './partner-context.ts';

/** Which access it is, in the words of the admin's list. */
export function AccessLine({ access: { number, madeOn } }: { readonly access: PartnerAccess }) {
  const { translate, language } = usePageShell();
  return <p>{translate('frame.access', { number, day: formatDay(language, madeOn) })}</p>;
}
