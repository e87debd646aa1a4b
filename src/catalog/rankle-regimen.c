/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-regimen.h"

#include <math.h>

#include "rankle-catalog.h"
#include "rankle-json-reader.h"
#include "rankle-model-error.h"

#define FOLDER "regimens"

static const RankleJsonLimits limits = { .bytes = 65536, .depth = 4, .values = 4000 };

static const RankleJsonCodes codes = { .syntax = RANKLE_MODEL_ERROR_SIDECAR,
                                       .limit = RANKLE_MODEL_ERROR_SIDECAR,
                                       .content = RANKLE_MODEL_ERROR_SIDECAR };

/* ---- one ---- */

static void
read_series (RankleJsonReader *json, GArray *doses)
{
  RankleRegimenSeries series = { .count = 1 };

  series.time = rankle_json_get_number (json, "time", 0, INFINITY);
  series.amount = rankle_json_get_number (json, "amount", RANKLE_JSON_ABOVE_0, INFINITY);
  series.count = (guint)rankle_json_get_integer_or (json, "count", 1, 1, 10000);
  series.interval =
      rankle_json_get_number_or (json, "interval", 0, RANKLE_JSON_ABOVE_0, INFINITY);
  if (series.count > 1)
    rankle_json_require (json, "interval");
  rankle_json_close (json);
  g_array_append_val (doses, series);
}

static void
read_doses (RankleJsonReader *json, RankleRegimen *regimen)
{
  GArray *doses = g_array_new (FALSE, FALSE, sizeof (RankleRegimenSeries));

  rankle_json_require (json, "doses");
  if (rankle_json_open_list (json, "doses"))
    {
      if (rankle_json_count (json) == 0)
        rankle_json_fail (json, NULL, "must have one at least");
      while (rankle_json_next (json))
        if (rankle_json_open_object (json, NULL))
          read_series (json, doses);
      rankle_json_close (json);
    }
  regimen->n_doses = doses->len;
  regimen->doses = (const RankleRegimenSeries *)(void *)g_array_free (doses, FALSE);
}

static RankleRegimen *
read_regimen (RankleJsonReader *json)
{
  static const char *const grades[] = { "seen", "recalled", NULL };
  RankleRegimen           *regimen = g_new0 (RankleRegimen, 1);

  rankle_json_get_schema (json, 1);
  regimen->id = g_strdup (rankle_json_get_text (json, "id"));
  regimen->place = (guint)rankle_json_get_integer (json, "place", 1, 1000);
  regimen->title = g_strdup (rankle_json_get_text (json, "title"));
  regimen->sentence = g_strdup (rankle_json_get_text (json, "sentence"));
  regimen->recalled = rankle_json_get_choice (json, "grade", grades) == 1;
  regimen->control = g_strdup (rankle_json_get_text (json, "control"));
  regimen->unit = g_strdup (rankle_json_get_text (json, "unit"));
  read_doses (json, regimen);
  return regimen;
}

RankleRegimen *
rankle_regimen_parse (const char *text, gssize length, const char *name, GError **error)
{
  g_autoptr (RankleJsonReader) json = NULL;
  g_autoptr (RankleRegimen) regimen = NULL;

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  json = rankle_json_reader_new (text, length, name, &limits);
  regimen = read_regimen (json);
  if (!rankle_json_reader_finish (json, RANKLE_MODEL_ERROR, &codes, error))
    return NULL;
  g_assert (regimen->n_doses > 0);
  return g_steal_pointer (&regimen);
}

void
rankle_regimen_free (RankleRegimen *regimen)
{
  g_return_if_fail (regimen != NULL);

  g_free ((char *)regimen->id);
  g_free ((char *)regimen->title);
  g_free ((char *)regimen->sentence);
  g_free ((char *)regimen->control);
  g_free ((char *)regimen->unit);
  g_free ((gpointer)regimen->doses);
  g_free (regimen);
}

/* ---- all that are bundled ---- */

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const RankleRegimen *x = a, *y = b;

  return x->place < y->place ? -1 : x->place > y->place;
}

/* A bundled file that cannot be read is a fault of the program. */
static void
add_bundled (GArray *regimens, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rankle_catalog_read (FOLDER, name, &error);
  RankleRegimen *regimen = NULL;

  if (bytes != NULL)
    regimen = rankle_regimen_parse (g_bytes_get_data (bytes, NULL),
                                    (gssize)g_bytes_get_size (bytes), name, &error);
  if (regimen == NULL)
    g_error ("%s", error->message);
  g_array_append_val (regimens, *regimen);
  g_free (regimen); /* what it points to lives on in the list */
}

static GArray *
read_bundled (void)
{
  g_auto (GStrv) names = rankle_catalog_list (FOLDER);
  GArray *regimens = g_array_new (FALSE, FALSE, sizeof (RankleRegimen));

  for (char **name = names; *name != NULL; name++)
    add_bundled (regimens, *name);
  g_array_sort (regimens, compare_places);
  return regimens;
}

const RankleRegimen *
rankle_regimens_get (guint *n)
{
  static GArray *regimens; /* (owned) by the process */

  g_return_val_if_fail (n != NULL, NULL);

  if (g_once_init_enter (&regimens))
    g_once_init_leave (&regimens, read_bundled ());
  *n = regimens->len;
  return (const RankleRegimen *)(void *)regimens->data;
}
