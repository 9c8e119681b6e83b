import { useEffect, useRef } from 'react';
import { useHub } from '../frame/partner-context.ts';

/** Everything that a practitioner does once signed in. */
export default function Hub() {
  const { say } = useHub();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {say('frame.title')}
    </h1>
  );
}
