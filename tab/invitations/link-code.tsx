import { Button, makeStyles } from '@fluentui/react-components';
import { encodeQR } from 'qr';
import { useMemo, useState } from 'react';
import { useKeysStyles } from '../parts/styles.ts';
import { useTab } from '../parts/tab-context.ts';

const useStyles = makeStyles({
  // White in any theme: a camera wants dark on light.
  code: { display: 'block', width: '100%', maxWidth: '18rem', aspectRatio: '1', backgroundColor: '#ffffff' },
});

/** Modules of white that a reader needs around a code: ISO/IEC 18004. */
const quiet = 4;

/** One path, a unit for each dark module; `side` counts the modules of a side. */
function drawn(text: string): { readonly side: number; readonly path: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quiet });
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { side: rows.length, path };
}

/** Drawn in this page once someone asks for it. */
export function LinkCode({ link }: { readonly link: string }) {
  const { say } = useTab();
  const [styles, { form }] = [useStyles(), useKeysStyles()];
  const [isShown, setShown] = useState(false);
  const code = useMemo(() => (isShown ? drawn(link) : undefined), [isShown, link]);
  return (
    <div className={form}>
      <div>
        <Button size="small" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {say('partners.code')}
        </Button>
      </div>
      {code && (
        <>
          <p>{say('partners.codeHint')}</p>
          <svg
            role="img"
            aria-label={say('partners.codeName')}
            className={styles.code}
            viewBox={`0 0 ${code.side} ${code.side}`}
            shapeRendering="crispEdges"
          >
            <path d={code.path} fill="#000000" />
          </svg>
        </>
      )}
    </div>
  );
}
