import type { ComponentType } from 'react';
import type { CollectionName } from '#domain/nouns.ts';
import { DecisionTop } from './decisions/DecisionTop.tsx';
import { RecogniseScreen } from './decisions/RecogniseScreen.tsx';
import { WithdrawScreen } from './decisions/WithdrawScreen.tsx';
import { HistoryScreen } from './history/HistoryScreen.tsx';
import { RevisionScreen } from './history/RevisionScreen.tsx';
import { ImportScreen } from './imports/ImportScreen.tsx';
import { ImportsScreen } from './imports/ImportsScreen.tsx';
import { LotAside } from './lots/LotAside.tsx';
import { LotTop } from './lots/LotTop.tsx';
import { StampScreen } from './lots/StampScreen.tsx';
import { collectionOfPath } from './nouns.ts';
import {
  BASE,
  DECIDE,
  EDIT,
  HISTORY,
  NEW,
  PROGRAMME,
  RECOGNISE,
  REPORTS,
  STAMPS,
  WITHDRAW,
  WORKLIST,
} from './paths.ts';
import { ProgrammeScreen } from './programme/ProgrammeScreen.tsx';
import { TrainedPanel } from './programme/TrainedPanel.tsx';
import { PublishingScreen } from './publishing/PublishingScreen.tsx';
import { ReleaseScreen } from './publishing/ReleaseScreen.tsx';
import { FormScreen, type RecordPanel } from './record/FormScreen.tsx';
import { ListScreen } from './record/ListScreen.tsx';
import { MediaPanel } from './record/MediaPanel.tsx';
import { ReportsScreen } from './reports/ReportsScreen.tsx';
import { ProposalScreen } from './review/ProposalScreen.tsx';
import { ReviewScreen } from './review/ReviewScreen.tsx';
import { DecideScreen } from './rounds/DecideScreen.tsx';
import { EditResultScreen, EditRoundScreen } from './rounds/EditScreens.tsx';
import { ResultScreen } from './rounds/ResultScreen.tsx';
import { RoundScreen } from './rounds/RoundScreen.tsx';
import { useLocation } from './router.ts';
import { Home } from './shell/Home.tsx';
import { Screen } from './shell/Screen.tsx';
import { ButtonLink } from './ui/Button.tsx';
import { Empty } from './ui/states.tsx';
import { WorklistScreen } from './worklist/WorklistScreen.tsx';

interface Panels {
  Top?: RecordPanel;
  Aside?: RecordPanel;
}

/** What some nouns show beside the common form. */
const PANELS: Partial<Record<CollectionName, Panels>> = {
  media: { Top: MediaPanel },
  lots: { Top: LotTop, Aside: LotAside },
  decisions: { Top: DecisionTop },
  trainings: { Top: TrainedPanel },
};

/** Screens of their own below a record: `{collection}/{id}/{segment}`. */
const OWN: Partial<Record<CollectionName, Readonly<Record<string, ComponentType<{ id: string }>>>>> = {
  lots: { [STAMPS]: StampScreen },
  decisions: { [RECOGNISE]: RecogniseScreen, [WITHDRAW]: WithdrawScreen },
  rounds: { [DECIDE]: DecideScreen, [EDIT]: EditRoundScreen },
  evaluations: { [EDIT]: EditResultScreen },
};

/** Lists and records that are no list and no form. */
const INSTEAD: Partial<Record<CollectionName, { List?: ComponentType; One: ComponentType<{ id: string }> }>> = {
  releases: { List: PublishingScreen, One: ReleaseScreen },
  revisions: { One: RevisionScreen },
  imports: { List: ImportsScreen, One: ImportScreen },
  rounds: { One: RoundScreen },
  evaluations: { One: ResultScreen },
  proposals: { List: ReviewScreen, One: ProposalScreen },
};

function NotFound() {
  return (
    <Screen title="Không có trang này">
      <Empty icon="search" words="Địa chỉ này không dẫn đến trang nào của phần quản trị.">
        <ButtonLink href={BASE}>Về tổng quan</ButtonLink>
      </Empty>
    </Screen>
  );
}

/** The screen of the present address. */
export function Screens() {
  const { segments } = useLocation();
  const [path, id, own] = segments;
  if (path === undefined) return <Home />;
  if (path === WORKLIST && id === undefined) return <WorklistScreen />;
  if (path === PROGRAMME && id === undefined) return <ProgrammeScreen />;
  if (path === REPORTS && id === undefined) return <ReportsScreen />;
  const collection = collectionOfPath(path);
  if (collection === null || segments.length > 3) return <NotFound />;
  const instead = INSTEAD[collection];
  if (id === undefined)
    return instead?.List ? <instead.List /> : <ListScreen collection={collection} key={collection} />;
  if (own === HISTORY) return <HistoryScreen collection={collection} id={id} key={id} />;
  if (own !== undefined) {
    const Own = OWN[collection]?.[own];
    return Own === undefined ? <NotFound /> : <Own id={id} key={id} />;
  }
  if (instead) return <instead.One id={id} key={id} />;
  return <FormScreen collection={collection} id={id === NEW ? null : id} key={id} {...PANELS[collection]} />;
}
