/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-target.h"

#include <signal.h>
#include <stdbool.h>
#include <sys/time.h>

#include "rankle-integrator.h"
#include "rankle-model-file.h"
#include "rankle-workspace.h"

#define MOMENT 50000 /* microseconds of processor time */

static atomic_bool stop;

static void
on_alarm (int number)
{
  atomic_store (&stop, true);
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  signal (SIGVTALRM, on_alarm); /* the real clock's is libFuzzer's own */
  return 0;
}

static void
set_alarm (glong microseconds)
{
  const struct itimerval timer = { .it_value = { .tv_usec = microseconds } };

  setitimer (ITIMER_VIRTUAL, &timer, NULL);
}

const char fuzz_toy_text[] =
    "model toy()\n  k = 1; half := k / 2; drug = 0; a = 1; b = 2\n"
    "  a' = -k * a; b' = a - half * b; drug' = -drug\nend\n";

static const char toy_sidecar[] =
    "{ \"schema\": 1, \"title\": \"Toy\", \"time_unit\": \"day\", \"horizon\": 10,"
    " \"controls\": ["
    " { \"id\": \"opg\", \"label\": \"OPG\", \"parameter\": \"k\", \"scale\": \"log\","
    "   \"min\": 0.1, \"max\": 10, \"neutral\": 1, \"step\": 1.1, \"off\": true },"
    " { \"id\": \"dose\", \"label\": \"D\", \"dose\": \"amount\", \"state\": \"drug\","
    "   \"min\": 0, \"max\": 120, \"neutral\": 0, \"step\": 10 },"
    " { \"id\": \"interval\", \"label\": \"I\", \"dose\": \"interval\", \"state\": "
    "\"drug\","
    "   \"min\": 1, \"max\": 9, \"neutral\": 2, \"step\": 1 },"
    " { \"id\": \"count\", \"label\": \"C\", \"dose\": \"count\", \"state\": \"drug\","
    "   \"min\": 0, \"max\": 50, \"neutral\": 3, \"step\": 1 },"
    " { \"id\": \"start\", \"label\": \"S\", \"dose\": \"start\", \"state\": \"drug\","
    "   \"min\": 0, \"max\": 9, \"neutral\": 1, \"step\": 1 } ] }";

RankleModel *
fuzz_toy (void)
{
  static RankleModel *toy;
  GError             *error = NULL;

  if (toy == NULL)
    toy = rankle_model_new_from_antimony (fuzz_toy_text, -1, "toy", toy_sidecar, &error);
  g_assert_no_error (error);
  return toy;
}

static void
evaluate (RankleModel *model)
{
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);
  g_autofree double *state = g_new0 (double, rankle_model_get_n_states (model) + 1);
  g_autofree double *rates = g_new0 (double, rankle_model_get_n_states (model) + 1);
  g_autofree double *observables =
      g_new0 (double, rankle_model_get_n_observables (model) + 1);
  g_autofree double *entries =
      g_new0 (double, rankle_model_get_sparsity (model)->n_entries + 1);

  rankle_workspace_get_initial (workspace, state);
  rankle_workspace_rates (workspace, 1, state, rates);
  rankle_workspace_jacobian (workspace, 1, state, entries);
  rankle_workspace_observables (workspace, 1, state, observables);
}

static void
integrate (RankleModel *model)
{
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleTrajectory) trajectory = NULL;

  rankle_protocol_set_every (protocol, 10, 1);
  atomic_store (&stop, false);
  set_alarm (MOMENT);
  trajectory = rankle_integrator_run (integrator, protocol, &stop, NULL);
  set_alarm (0);
}

void
fuzz_run (RankleModel *model)
{
  evaluate (model);
  integrate (model);
}
