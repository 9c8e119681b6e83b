import type { Mutant } from './mutant.ts';
import { inAlerts } from './planted/alerts.ts';
import { inAmendments } from './planted/amendments.ts';
import { inBudgets } from './planted/budgets.ts';
import { inTheArtefact } from './planted/artefact.ts';
import { addedApart } from './planted/apart.ts';
import { inBounds } from './planted/bounds.ts';
import { inCasework } from './planted/casework.ts';
import { inPacks } from './planted/packs.ts';
import { inCampaigns } from './planted/campaigns.ts';
import { inContent } from './planted/content.ts';
import { inDevelopment } from './planted/development.ts';
import { drawnOnce } from './planted/drawn-once.ts';
import { ofEnds } from './planted/ends.ts';
import { atTheDoor } from './planted/door.ts';
import { inExports } from './planted/exports.ts';
import { inTheOrder } from './planted/give-way.ts';
import { ofTheHub } from './planted/hub.ts';
import { inAFleet } from './planted/fleet.ts';
import { inAGroupCommit } from './planted/group-commit.ts';
import { inTheGuidance } from './planted/guidance.ts';
import { inTheHistory } from './planted/history.ts';
import { inAddedFiles } from './planted/files.ts';
import { afterClosing } from './planted/after-closing.ts';
import { inIdentity } from './planted/identity.ts';
import { keptWords } from './planted/kept-words.ts';
import { inDisclosure } from './planted/disclosure.ts';
import { ofTheDoctorAtMicrosoft } from './planted/doctor-at-microsoft.ts';
import { ofTheDoctor } from './planted/doctor.ts';
import { inHubCase } from './planted/hub-case.ts';
import { inTheLog } from './planted/log.ts';
import { inTheMainJob } from './planted/main-job.ts';
import { inTheMetrics } from './planted/metrics.ts';
import { byWorkers } from './planted/workers.ts';
import { inThePage } from './planted/page.ts';
import { onAnOpenPage } from './planted/open-page.ts';
import { onFiles } from './planted/filestore.ts';
import { ofAllServers } from './planted/pace.ts';
import { ofPartners } from './planted/partners.ts';
import { onTheSealedPage } from './planted/sealed-page.ts';
import { ofASignedPage } from './planted/page-signed.ts';
import { ofThePulse } from './planted/pulse.ts';
import { ofReach } from './planted/reach.ts';
import { inReturns } from './planted/returns.ts';
import { ofMoving } from './planted/moving.ts';
import { inSending } from './planted/sending.ts';
import { atTheStart } from './planted/start.ts';
import { inReplies } from './planted/replies.ts';
import { inDeployment } from './planted/deploy.ts';
import { inWhatIsSaid } from './planted/said.ts';
import { inSummaryFiles } from './planted/summary-files.ts';
import { atScale } from './planted/scale.ts';
import { inTheStore } from './planted/store.ts';
import { inSummaries } from './planted/summaries.ts';
import { inWeekFigures } from './planted/week-figures.ts';
import { inWhatWaits } from './planted/waiting.ts';
import { onSummaryCards } from './planted/summary-cards.ts';
import { inQuickSeals } from './planted/quick-seals.ts';
import { ofTrustedTokens } from './planted/trusted-tokens.ts';
import { inSubjects } from './planted/subjects.ts';
import { ofRotation } from './planted/rotation.ts';
import { ofVersions } from './planted/versions.ts';
import { inTheViewer } from './planted/viewer.ts';
import { inWeeksSent } from './planted/weeks-sent.ts';
import { whatWaits } from './planted/what-waits.ts';
import { inYouSaid } from './planted/you-said.ts';

/** The planted bugs, by what they break. */
export const areas: Readonly<Record<string, readonly Mutant[]>> = {
  mainJob: inTheMainJob,
  metrics: inTheMetrics,
  workers: byWorkers,
  groupCommit: inAGroupCommit,
  door: atTheDoor,
  trustedTokens: ofTrustedTokens,
  quickSeals: inQuickSeals,
  alerts: inAlerts,
  casework: inCasework,
  ends: ofEnds,
  store: inTheStore,
  scale: atScale,
  rotation: ofRotation,
  versions: ofVersions,
  bounds: inBounds,
  history: inTheHistory,
  page: inThePage,
  openPage: onAnOpenPage,
  filestore: onFiles,
  partners: ofPartners,
  sealedPage: onTheSealedPage,
  signedPage: ofASignedPage,
  hub: ofTheHub,
  said: inWhatIsSaid,
  deploy: inDeployment,
  fleet: inAFleet,
  guidance: inTheGuidance,
  campaigns: inCampaigns,
  youSaid: inYouSaid,
  content: inContent,
  packs: inPacks,
  drawnOnce,
  development: inDevelopment,
  exports: inExports,
  summaryFiles: inSummaryFiles,
  log: inTheLog,
  replies: inReplies,
  pulse: ofThePulse,
  reach: ofReach,
  returns: inReturns,
  weekFigures: inWeekFigures,
  waiting: inWhatWaits,
  viewer: inTheViewer,
  weeksSent: inWeeksSent,
  sending: inSending,
  moving: ofMoving,
  keptWords,
  addedApart,
  files: inAddedFiles,
  afterClosing,
  identity: inIdentity,
  subjects: inSubjects,
  summaryCards: onSummaryCards,
  summaries: inSummaries,
  whatWaits,
  disclosure: inDisclosure,
  hubCase: inHubCase,
  amendments: inAmendments,
  budgets: inBudgets,
  artefact: inTheArtefact,
  start: atTheStart,
  pace: ofAllServers,
  giveWay: inTheOrder,
  doctor: [...ofTheDoctor, ...ofTheDoctorAtMicrosoft],
};

export const mutants: readonly Mutant[] = Object.values(areas).flat();
