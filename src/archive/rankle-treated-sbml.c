/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-treated-sbml.h"

#include "rankle-sbml.h"

static RankleDeedKind
kind_of (RankleEventKind kind)
{
  static const RankleDeedKind kinds[] = {
    [RANKLE_EVENT_DOSE] = RANKLE_DEED_DOSE,
    [RANKLE_EVENT_INFUSION] = RANKLE_DEED_INFLOW,
    [RANKLE_EVENT_PARAMETER] = RANKLE_DEED_PARAMETER,
  };

  g_assert (kind < G_N_ELEMENTS (kinds));

  return kinds[kind];
}

static RankleDeed *
list_deeds (const RankleProtocol *protocol, guint *n)
{
  const RankleEvent *events = rankle_protocol_get_events (protocol, n);
  RankleDeed        *deeds = g_new (RankleDeed, *n + 1);

  for (guint i = 0; i < *n; i++)
    deeds[i] = (RankleDeed){ .time = events[i].time,
                             .kind = kind_of (events[i].kind),
                             .target = events[i].target,
                             .value = events[i].value };
  return deeds;
}

char *
rankle_protocol_to_sbml (const RankleProtocol *protocol, GError **error)
{
  g_autofree RankleDeed *list = NULL;
  RankleDeeds            deeds = { 0 };
  const double          *times;
  guint                  n_times;

  g_return_val_if_fail (protocol != NULL, NULL);

  times = rankle_protocol_get_times (protocol, &n_times);
  list = list_deeds (protocol, &deeds.n);
  deeds.list = list;
  deeds.parameters = rankle_protocol_get_parameters (protocol);
  deeds.initial = rankle_protocol_get_initial (protocol);
  deeds.held = rankle_protocol_get_held (protocol);
  deeds.start = n_times > 0 ? MIN (0, times[0]) : 0;
  return rankle_model_to_treated_sbml (rankle_protocol_get_model (protocol), &deeds,
                                       error);
}
