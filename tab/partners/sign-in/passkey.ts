import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type { PartnerAnswer, PartnerRequest, PasskeyOffer } from '../../../contract/partner-operations.ts';

type RegistrationOffer = Extract<PasskeyOffer, { kind: 'offer' }>;
type SignInOffer = PartnerAnswer<'signIn.offer'>;

/** ES256, RS256 and EdDSA: the ones devices make. */
const algorithms = [-7, -257, -8] as const;
/** Milliseconds; the server takes an answer for five minutes. */
const timeoutMs = 240_000;

/**
 * A discoverable passkey that verifies its person and says nothing of the device. Rejects if the device failed or its
 * person stopped it.
 */
export async function registerPasskey(
  offered: RegistrationOffer,
): Promise<Pick<PartnerRequest<'passkey.make'>, 'id' | 'offer' | 'response'>> {
  const { id, response } = await startRegistration({
    optionsJSON: {
      challenge: offered.challenge,
      rp: { id: offered.host, name: 'Candour' },
      user: { id: offered.userHandle, name: offered.label, displayName: offered.label },
      pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      attestation: 'none',
      timeout: timeoutMs,
    },
  });
  const { clientDataJSON, attestationObject } = response;
  return { offer: offered.offer, id, response: { clientDataJSON, attestationObject } };
}

export async function getPasskeyAssertion({
  offer,
  challenge,
  host,
}: SignInOffer): Promise<PartnerRequest<'signIn.passkey'>> {
  const { id, response } = await startAuthentication({
    optionsJSON: { challenge, rpId: host, userVerification: 'required', allowCredentials: [], timeout: timeoutMs },
  });
  const { clientDataJSON, authenticatorData, signature, userHandle = '' } = response;
  return { offer, id, response: { clientDataJSON, authenticatorData, signature, userHandle } };
}
