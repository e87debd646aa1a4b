/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-evidence.h"
#include "rankle-question.h"
#include "rankle-trajectory.h"

G_BEGIN_DECLS

/**
 * RankleFinding:
 * @row: the evidence's own
 * @column: of the model; it is what the row observes
 * @from: @to: model time: of a largest or smallest value the window that it is of; else
 * both when it was observed
 * @value: @low: @high: where it stands among the column's own values: what the row says
 * of a change is put on top of the run's own value at its start. NaN: nothing was
 * published, there is no bound on that side, or (a time is no value of the column) there
 * is no such place
 * @modelled: what the run gives, in the row's unit
 * @within: that lies within the row's spread
 * @fitted: the model's own numbers were fitted to it by us
 * @predicted: they were, to others. Both FALSE of a model that we fitted to nothing
 * @by_hand: it is of this model alone, and a size of ours was set by hand so that it
 * holds
 * @person: whom its arm is about; nothing need be told of them
 * @against: (nullable): title of the arm that it is told against
 * @differing: (nullable): label of the control by which its people differ. With either it
 * is told of several runs: of this one nothing is modelled, and it has no place in it
 *
 * What a study found, beside a run that it can be held against.
 */
typedef struct
{
  const RankleEvidenceRow *row;
  guint                    column;
  double                   from, to;
  double                   value, low, high;
  double                   modelled;
  gboolean                 within, fitted, predicted, by_hand;
  const RanklePerson      *person;
  const char              *against, *differing;
} RankleFinding;

/**
 * RankleFinder:
 *
 * Evidence as one model can be asked for it: finds what of it can be held against a run.
 * That is a row whose arm asks the same of the model, as far as the row's time, as the
 * run's protocol does; and the run must go so far.
 */
typedef struct _RankleFinder RankleFinder;

RankleFinder *rankle_finder_new (RankleEvidence *evidence, RankleModel *model);
void          rankle_finder_free (RankleFinder *finder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleFinder, rankle_finder_free)
/* (transfer full): double, the times that a run should have rows at that is asked what
 * @asked, which is sealed, says, so that nothing that is held against it was
 * interpolated.
 */
GArray *rankle_finder_list_times (RankleFinder *finder, const RankleProtocol *asked);
/* Gives @question, of the model and with the rows of a plot, those times. */
void rankle_finder_add_times (RankleFinder *finder, RankleQuestion *question);
/* (transfer full): RankleFinding, by column and time. @trajectory: a run of the model. */
GArray *rankle_finder_list (RankleFinder *finder, const RankleTrajectory *trajectory);

G_END_DECLS
