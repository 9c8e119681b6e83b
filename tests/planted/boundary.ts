import { definePlantedBug } from './planted-bug.ts';

/** The claims of a token, whatever it is worth. */
function claimsOf(authorization: string): { readonly iss?: string; readonly aud?: string; readonly azp?: string } {
  const [, payload = ''] = authorization.split('.');
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString());
  } catch {
    return {};
  }
}

/** What somebody outside sends, and what a page or a text would do. */
export const boundaryBugs = [
  definePlantedBug({
    name: 'a token counts at the door of the bot whoever issued it',
    promise: 'bot-takes-teams-tokens-alone',
    module: () => import('../../bot/teams/connector-token.ts'),
    put: ({ createConnectorTokenValidator }) => ({
      createConnectorTokenValidator: (deps) => (authorization) => {
        const { iss = deps.issuer, aud = deps.appId } = claimsOf(authorization);
        return createConnectorTokenValidator({ ...deps, issuer: iss, appId: aud })(authorization);
      },
    }),
    tests: [() => import('../bot/tokens.test.ts')],
  }),
  definePlantedBug({
    name: 'a token that held once holds for ever',
    promise: 'bot-takes-teams-tokens-alone',
    module: () => import('../../bot/teams/connector-token.ts'),
    put: ({ createConnectorTokenValidator }) => ({
      createConnectorTokenValidator: (deps) => {
        const check = createConnectorTokenValidator(deps);
        const held = new Map<string, Awaited<ReturnType<typeof check>>>();
        return async (authorization) => {
          const found = held.get(authorization) ?? (await check(authorization));
          if (found.kind === 'holds') held.set(authorization, found);
          return found;
        };
      },
    }),
    tests: [() => import('../bot/teams/connector-token.test.ts')],
  }),
  definePlantedBug({
    name: 'a token of the tab counts whichever app asked for it',
    promise: 'tab-takes-entra-tokens-alone',
    module: () => import('../../bot/api/caller-authentication.ts'),
    put: ({ createTabTokenValidator }) => ({
      createTabTokenValidator: (deps) => (authorization) => {
        const { azp } = claimsOf(authorization);
        return createTabTokenValidator({ ...deps, clients: azp === undefined ? deps.clients : [azp] })(authorization);
      },
    }),
    tests: [() => import('../bot/api/caller-authentication.test.ts')],
  }),
  definePlantedBug({
    name: 'guests of the tenant are let in',
    promise: 'tab-takes-entra-tokens-alone',
    module: () => import('../../bot/api/caller-authentication.ts'),
    put: ({ createTabTokenValidator }) => ({
      createTabTokenValidator: (deps) => createTabTokenValidator({ ...deps, guests: true }),
    }),
    tests: [() => import('../bot/api/caller-authentication.test.ts')],
  }),
  definePlantedBug({
    name: 'the bot answers to a host that is none of Teams',
    promise: 'bot-takes-teams-tokens-alone',
    module: () => import('../../bot/config/service-url.ts'),
    // Any host of this machine, not any host: a bot that is made to call an address where nothing answers waits for minutes.
    put: ({ createServiceUrlCheck }) => ({
      createServiceUrlCheck: (settings) => createServiceUrlCheck({ ...settings, allowLoopback: true }),
    }),
    tests: [() => import('../bot/channel-restriction.test.ts')],
  }),
  definePlantedBug({
    name: 'the numbers of the server are handed out at the public address',
    promise: 'numbers-say-nothing-of-reports',
    module: () => import('../../bot/http/http-servers.ts'),
    put: ({ createHttpServers }) => ({
      createHttpServers: (deps) =>
        createHttpServers({
          ...deps,
          extraRoutes: [
            ...(deps.extraRoutes ?? []),
            (server) =>
              server.get('/metrics', async (_request, response) => {
                response.sendRaw(200, (await deps.metrics?.()) ?? '');
              }),
          ],
        }),
    }),
    tests: [() => import('../bot/runtime/metrics/metrics.test.ts')],
  }),
  definePlantedBug({
    name: 'an answer may be kept by a cache',
    promise: 'answers-carry-safe-headers',
    module: () => import('../../bot/http/restify-server.ts'),
    put: ({ createRestifyServer }) => ({
      createRestifyServer: (deps) => {
        const server = createRestifyServer(deps);
        server.pre((_request, response, next) => {
          response.removeHeader('Cache-Control');
          next();
        });
        return server;
      },
    }),
    tests: [() => import('../bot/http/http-servers.test.ts')],
  }),
  definePlantedBug({
    name: 'any page puts the tab into a frame of its own',
    promise: 'answers-carry-safe-headers',
    module: () => import('../../bot/http/built-files-routes.ts'),
    put: ({ serveTabFiles }) => ({
      serveTabFiles: (server, files, setting) => serveTabFiles(server, files, { ...setting, framedBy: ['https:'] }),
    }),
    tests: [() => import('../bot/http/built-files.test.ts')],
  }),
  definePlantedBug({
    name: 'a link of a card runs a script',
    promise: 'what-people-wrote-stays-text',
    module: () => import('../../tab/report/page-actions.ts'),
    put: () => ({
      openLink: (address, open = window.open.bind(window)) => {
        if (address !== undefined) open(address, '_blank', 'noopener,noreferrer');
      },
    }),
    tests: [() => import('../tab/report/open-link.test.ts')],
  }),
  definePlantedBug({
    name: 'guidance is shown as HTML',
    promise: 'guidance-leads-nowhere-unsafe',
    module: () => import('../../bot/http/public-layout.ts'),
    put: () => ({ escapeHtml: (text) => text }),
    tests: [() => import('../bot/http/guidance-html.test.ts')],
  }),
  definePlantedBug({
    name: 'guidance with HTML is read',
    promise: 'guidance-leads-nowhere-unsafe',
    module: () => import('../../guidance/parse-blocks.ts'),
    put: ({ parseBlocks }) => ({ parseBlocks: (source) => ({ ...parseBlocks(source), problems: [] }) }),
    tests: [() => import('../guidance/parse-blocks.test.ts')],
  }),
  definePlantedBug({
    name: 'the check of links asks addresses of the force’s own network',
    promise: 'guidance-leads-nowhere-unsafe',
    module: () => import('../../bot/content/link-checker.ts'),
    put: ({ createLinkChecker }) => ({
      createLinkChecker: (deps) => createLinkChecker({ ...deps, isPublic: () => true }),
    }),
    tests: [() => import('../bot/content/link-checker.test.ts')],
  }),
  definePlantedBug({
    name: 'an invitation is used twice',
    promise: 'invitation-opens-once',
    module: () => import('../../core/partners/invitations.ts'),
    put: ({ redeemInvitation }) => ({
      redeemInvitation: (deps, token, access) =>
        redeemInvitation(
          {
            ...deps,
            partners: {
              ...deps.partners,
              findInvitation: async (named) => {
                const found = await deps.partners.findInvitation(named);
                return found?.value.state === 'used' ? { ...found, value: { ...found.value, state: 'open' } } : found;
              },
            },
          },
          token,
          access,
        ),
    }),
    tests: [() => import('../bot/partners/invitations.test.ts')],
  }),
  definePlantedBug({
    name: 'a passkey is made and used at the page of someone else',
    promise: 'invitation-opens-once',
    module: () => import('../../bot/partners/passkeys.ts'),
    put: ({ createPasskeys }) => ({
      createPasskeys: (deps) => createPasskeys({ ...deps, isAllowedOrigin: () => true }),
    }),
    tests: [() => import('../bot/partners/hostile-sign-in.test.ts')],
  }),
  definePlantedBug({
    name: 'no one is slowed down',
    promise: 'flood-slows-only-its-sender',
    module: () => import('../../bot/runtime/rate-limiter.ts'),
    put: () => ({ createKeyedRateLimiter: () => ({ acquire: async () => 'go' as const, keyCount: () => 0 }) }),
    tests: [() => import('../bot/runtime/rate-limiter.test.ts')],
  }),
  definePlantedBug({
    name: 'the flood of one person slows everyone down',
    promise: 'flood-slows-only-its-sender',
    module: () => import('../../bot/runtime/rate-limiter.ts'),
    put: ({ createKeyedRateLimiter }) => ({
      createKeyedRateLimiter: (deps) => {
        const throttle = createKeyedRateLimiter(deps);
        return { ...throttle, acquire: () => throttle.acquire('everyone') };
      },
    }),
    tests: [() => import('../bot/runtime/rate-limiter.test.ts')],
  }),
  definePlantedBug({
    name: 'accepted work has no budget',
    promise: 'one-person-has-a-budget',
    module: () => import('../../bot/runtime/work-budget.ts'),
    put: ({ createWorkBudgets }) => ({
      createWorkBudgets: (deps) => {
        const budgets = createWorkBudgets(deps);
        let count = 0;
        return { ...budgets, budgetFor: (person) => budgets.budgetFor(`${person} ${(count += 1)}`) };
      },
    }),
    tests: [() => import('../bot/runtime/work-budget.test.ts')],
  }),
  definePlantedBug({
    name: 'the proof of a mailbox holds for anyone',
    promise: 'card-is-bound-to-its-person',
    module: () => import('../../bot/runtime/possession-proofs.ts'),
    put: ({ createMailboxProofs }) => ({
      createMailboxProofs: (deps) => {
        const proofs = createMailboxProofs(deps);
        return {
          challenge: (claim) => proofs.challenge(claim, 'anyone'),
          verify: (proof, claim) => proofs.verify(proof, claim, 'anyone'),
        };
      },
    }),
    tests: [() => import('../bot/runtime/possession-proofs.test.ts')],
  }),
  definePlantedBug({
    name: 'anyone uses the card of a colleague',
    promise: 'card-is-bound-to-its-person',
    module: () => import('../../dialogs/bot-framework/sealed-state.ts'),
    put: ({ createStateSealer }) => ({
      createStateSealer: (deps) => {
        const carried = createStateSealer(deps);
        return {
          seal: (state) => carried.seal(state, 'anyone'),
          open: (token) => carried.open(token, 'anyone'),
        };
      },
    }),
    tests: [() => import('../dialogs/bot-framework/sealed-state.test.ts')],
  }),
  definePlantedBug({
    name: 'an error is logged with its words',
    promise: 'no-words-in-log-alert-url-or-store',
    module: () => import('../../bot/runtime/event-log.ts'),
    put: () => ({ errorClassName: (error) => String(error) }),
    tests: [() => import('../leaks/error-paths.test.ts')],
  }),
  definePlantedBug({
    name: 'a draft stays behind the report that was sent',
    promise: 'code-reads-no-sent-report',
    module: () => import('../../core/reporting/drafts.ts'),
    put: () => ({ removeDraft: async () => undefined }),
    tests: [() => import('../journeys/from-bot-to-page.test.ts')],
  }),
  definePlantedBug({
    name: 'the first card does not name 999',
    promise: 'first-card-says-the-limits',
    module: () => import('../../cards/report/report-page.ts'),
    put: ({ reportPage }) => ({
      reportPage: (view) => ({ ...reportPage(view), ...(view.state.at === 'account' && { callouts: [] }) }),
    }),
    tests: [() => import('../cards/report/first-page.test.ts')],
  }),
  definePlantedBug({
    name: 'the invitation stays in the address of the page',
    promise: 'partners-visit-leaves-no-trace',
    module: () => import('../../tab/partners/ui/invitation-link.ts'),
    put: ({ takeInvitationLink }) => ({
      takeInvitationLink: (address) => takeInvitationLink(address, { replaceState: () => undefined }),
    }),
    tests: [() => import('../tab/partners/invitation-link.test.ts')],
  }),
  definePlantedBug({
    name: 'a card in a channel turns into what the person who pressed it may see',
    promise: 'chat-shows-nothing-of-one-person',
    module: () => import('../../bot/teams/handlers/invoke-handler.ts'),
    put: ({ createInvokeHandler }) => ({
      createInvokeHandler: (deps) => {
        const answers = createInvokeHandler(deps);
        return (activity, pace) =>
          answers({ ...activity, conversation: { ...activity.conversation, conversationType: 'personal' } }, pace);
      },
    }),
    tests: [() => import('../bot/teams/handlers/shared-chat-actions.test.ts')],
  }),
  definePlantedBug({
    name: 'connections that read nothing are kept',
    promise: 'strangers-cannot-crash-it',
    module: () => import('../../bot/http/restify-server.ts'),
    put: () => ({ limitConnections: () => undefined }),
    tests: [() => import('../bot/http/limit-connections.test.ts')],
  }),
  definePlantedBug({
    name: 'a public page sets a cookie',
    promise: 'public-pages-note-no-reader',
    module: () => import('../../bot/http/public-layout.ts'),
    put: ({ publicHeaders }) => ({ publicHeaders: Object.assign({ 'Set-Cookie': 'reader=1' }, publicHeaders) }),
    tests: [() => import('../bot/http/guidance-routes.test.ts')],
  }),
  definePlantedBug({
    name: 'signs that no one sees are words',
    promise: 'odd-input-is-understood',
    module: () => import('../../core/model/invisible-characters.ts'),
    put: () => ({ isBlank: (text) => text.trim() === '' }),
    tests: [() => import('../core/model/invisible-characters.test.ts')],
  }),
  definePlantedBug({
    name: 'development answers a request that was forwarded',
    promise: 'development-refuses-a-force',
    module: () => import('../../bot/http/restrict-to-loopback.ts'),
    put: () => ({ restrictToLoopback: () => () => undefined }),
    tests: [() => import('../development/reject-remote-requests.test.ts')],
  }),
  definePlantedBug({
    name: 'a letter keeps thousands of marks',
    promise: 'one-text-holds-nobody-up',
    module: () => import('../../bot/teams/handlers/message-handler.ts'),
    put: ({ classifyMessage }) => ({ classifyMessage: (text) => classifyMessage(text?.normalize('NFKC')) }),
    tests: [() => import('../bot/teams/handlers/message-classifier.test.ts')],
  }),
  definePlantedBug({
    name: 'a changed report passes for the one that is saved',
    promise: 'old-cards-tell-the-truth',
    module: () => import('../../core/model/sealed-report.ts'),
    put: () => ({ deriveContentTag: (code) => code.length.toString() }),
    tests: [() => import('../leaks/old-cards.test.ts')],
  }),
  definePlantedBug({
    name: 'the row of someone who has the app changes when they use it',
    promise: 'reporters-leave-rows-as-they-are',
    module: () => import('../../bot/teams/handlers/turn-handler.ts'),
    put: ({ createTurnHandler }) => ({
      createTurnHandler: (deps) =>
        createTurnHandler({
          ...deps,
          onMessage: async (activity, pace) => {
            await deps.onMembership({ ...activity, type: 'installationUpdate', action: 'remove' });
            return deps.onMessage(activity, pace);
          },
        }),
    }),
    tests: [() => import('../bot/jobs/campaigns/subscribers.test.ts')],
  }),
  definePlantedBug({
    name: 'setup takes a private half for an answer',
    promise: 'setup-takes-no-private-half',
    module: () => import('../../cli/setup/private-half.ts'),
    put: () => ({ holdsPrivateHalf: () => false }),
    tests: [() => import('../cli/setup/private-half.test.ts')],
  }),
];
