import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { exportName } from '../../concerns/casework/exported-case.ts';
import type { CaseId } from '../../concerns/terms/codes.ts';
import { useTab } from '../parts/tab-context.ts';
import { Notice } from '../parts/notice.tsx';
import type { SignedFiles } from './made-files.ts';
import { saveFile } from '../parts/save-file.ts';
import type { WordKey } from '../../words/tab/say.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

const saidOf = ({ what, withLog }: SignedFiles): WordKey =>
  what === 'sanitised' ? 'exports.filesSanitised' : withLog ? 'exports.filesWholeLog' : 'exports.filesWhole';

export function SignedFilesNotice({ caseId, files }: { readonly caseId: CaseId; readonly files: SignedFiles }) {
  const { say } = useTab();
  const styles = useStyles();
  const name = exportName(caseId, files.what);
  return (
    <Notice tone="careful" role="note">
      <h4>{say('exports.files')}</h4>
      <p>{say(saidOf(files), { name })}</p>
      <p>{say('exports.unprotected')}</p>
      <p>{say('exports.signedBy', { fingerprint: files.fingerprint })}</p>
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={() => saveFile(`${name}.json`, files.json)}>
          {say('exports.saveJson')}
        </Button>
        <Button onClick={() => saveFile(`${name}.pdf`, files.pdf)}>{say('exports.savePdf')}</Button>
      </div>
    </Notice>
  );
}
