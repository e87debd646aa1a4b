/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-cli-figure.h"

#include <math.h>
#include <string.h>

#include "rankle-cli-suggest.h"
#include "rankle-cli-syntax.h"
#include "rankle-measures.h"

#define FORM "COLUMN@end, @peak, @peak_time, @nadir, @nadir_time or @TIME"

static const struct
{
  const char      *name;
  RankleFigureKind kind;
} kinds[] = {
  { "end", RANKLE_FIGURE_END },
  { "peak", RANKLE_FIGURE_PEAK },
  { "peak_time", RANKLE_FIGURE_PEAK_TIME },
  { "nadir", RANKLE_FIGURE_NADIR },
  { "nadir_time", RANKLE_FIGURE_NADIR_TIME },
};

static gboolean
parse_kind (const char *text, const char *whole, RankleFigure *figure, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (text, kinds[i].name))
      {
        figure->kind = kinds[i].kind;
        return TRUE;
      }
  figure->kind = RANKLE_FIGURE_AT;
  return rankle_cli_parse_number (text, "--measure", &figure->time, NULL) ||
         rankle_cli_refuse (error, "--measure “%s”: must read " FORM, whole);
}

gboolean
rankle_cli_parse_figure (const char        *text,
                         const RankleModel *model,
                         gboolean           hidden,
                         RankleFigure      *figure,
                         GError           **error)
{
  const char      *at = strchr (text, '@');
  g_autofree char *id = NULL;

  if (at == NULL)
    return rankle_cli_refuse (error, "--measure “%s”: must read " FORM, text);
  id = g_strndup (text, (gsize)(at - text));
  if (!rankle_cli_check_column (model, "--measure", id, hidden, error))
    return FALSE;
  figure->column = (guint)(hidden ? rankle_model_find_full_column (model, id)
                                  : rankle_model_find_column (model, id));
  return parse_kind (at + 1, text, figure, error);
}

double
rankle_figure_take (const RankleFigure *figure, const RankleTrajectory *run)
{
  RankleMeasured asked = { .at = figure->time, .since = NAN, .threshold = NAN };
  RankleMeasures measures = rankle_measures_take (run, NULL, figure->column, &asked);

  switch (figure->kind)
    {
    case RANKLE_FIGURE_AT:
      return measures.value;
    case RANKLE_FIGURE_END:
      return measures.end;
    case RANKLE_FIGURE_PEAK:
      return measures.peak;
    case RANKLE_FIGURE_PEAK_TIME:
      return measures.peak_time;
    case RANKLE_FIGURE_NADIR:
      return measures.nadir;
    case RANKLE_FIGURE_NADIR_TIME:
      return measures.nadir_time;
    default:
      g_assert_not_reached ();
    }
}
