import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type { PartnerAnswerOf, PartnerRequestOf, PasskeyOffer } from '../../../contract/partners.ts';

type Offered = Extract<PasskeyOffer, { kind: 'offer' }>;
type Asked = PartnerAnswerOf<'signIn.offer'>;

/** ES256, RS256 and EdDSA: the ones devices make. */
const algorithms = [-7, -257, -8] as const;
/** Milliseconds for which an offer is good. */
const patienceMs = 240_000;

/**
 * A passkey that is found without a name, verifies its person, and says nothing of the device. Rejects if the device
 * failed or its person stopped it.
 */
export async function makePasskey(
  offered: Offered,
): Promise<Pick<PartnerRequestOf<'passkey.make'>, 'id' | 'offer' | 'response'>> {
  const { id, response } = await startRegistration({
    optionsJSON: {
      challenge: offered.challenge,
      rp: { id: offered.host, name: 'Candour' },
      user: { id: offered.userHandle, name: offered.label, displayName: offered.label },
      pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      attestation: 'none',
      timeout: patienceMs,
    },
  });
  const { clientDataJSON, attestationObject } = response;
  return { offer: offered.offer, id, response: { clientDataJSON, attestationObject } };
}

export async function usePasskey({ offer, challenge, host }: Asked): Promise<PartnerRequestOf<'signIn.passkey'>> {
  const { id, response } = await startAuthentication({
    optionsJSON: { challenge, rpId: host, userVerification: 'required', allowCredentials: [], timeout: patienceMs },
  });
  const { clientDataJSON, authenticatorData, signature, userHandle = '' } = response;
  return { offer, id, response: { clientDataJSON, authenticatorData, signature, userHandle } };
}
