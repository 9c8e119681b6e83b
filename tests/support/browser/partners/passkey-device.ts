import type { Page } from 'playwright-core';

/** A device that makes passkeys for a page, as Chromium has one for tests. */
export interface PasskeyDevice {
  /** Forgets every passkey, as a device does that was lost or wiped. */
  readonly lose: () => Promise<void>;
}

/** Gives a page a device whose owner says yes to whatever it is asked. */
export async function createPasskeyDevice(page: Page): Promise<PasskeyDevice> {
  const tools = await page.context().newCDPSession(page);
  await tools.send('WebAuthn.enable');
  const { authenticatorId } = await tools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    async lose() {
      await tools.send('WebAuthn.clearCredentials', { authenticatorId });
    },
  };
}
