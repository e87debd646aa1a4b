/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-question.h"
#include "rankle-session.h"

G_BEGIN_DECLS

/* What the options of "simulate" and "steady" ask for, as text until the model is known.
 * All (owned) (nullable). */
typedef struct
{
  char  *model; /* id or path */
  char  *end;
  char  *every;
  char  *times;    /* path */
  char  *scenario; /* id or path */
  char **set;
  char **scale;
  char **init;
  char **hold;
  char **control;
  char **change;
  char **dose;
  char **infuse;
  char  *rtol;
  char  *atol;

  gboolean as_shown; /* rows where the window has them */
  gboolean hidden;   /* the model's intermediate results too */
} RankleRunOptions;

void rankle_run_options_clear (RankleRunOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RankleRunOptions, rankle_run_options_clear)

/* What the model is set to: scenario, controls, parameters, initial values, tolerances.
 */
void rankle_run_options_add_inputs (RankleRunOptions *options, GOptionContext *context);
/* What happens when, and what is reported: end, times, doses, infusions. */
void rankle_run_options_add_schedule (RankleRunOptions *options, GOptionContext *context);
/* Of a command whose one operand is a model: both of these, and @entries, its own. FALSE,
 * without an error, when --help was asked for and given. */
gboolean rankle_run_options_parse (RankleRunOptions   *options,
                                   char              **argv,
                                   GOptionContext     *context,
                                   const GOptionEntry *entries,
                                   GError            **error);

/* Everything is put to the model: NULL, with the option and the reason, if it does not
 * take it.
 * @scheduled: with times, doses and infusions. */
RankleProtocol *rankle_run_options_make_protocol (const RankleRunOptions *options,
                                                  RankleModel            *model,
                                                  gboolean                scheduled,
                                                  GError                **error);

/* (transfer full): likewise, what is asked and not yet what is run: its scenario is all
 * of the options' own, in the model's own units. */
RankleQuestion *rankle_run_options_make_question (const RankleRunOptions *options,
                                                  RankleModel            *model,
                                                  gboolean                scheduled,
                                                  GError                **error);

/* (transfer full): likewise, as a window would have it: rows where that has them, which
 * must be what is asked for. */
RankleSession *rankle_run_options_make_session (const RankleRunOptions *options,
                                                RankleModel            *model,
                                                GError                **error);

/* (transfer full): lines that say by what a result was made. */
char **rankle_run_options_describe (const RankleRunOptions *options,
                                    const RankleProtocol   *protocol,
                                    const char             *command);

G_END_DECLS
