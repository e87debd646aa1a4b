/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Spreadsheets of half the world write 12,5 and part columns by semicolons: what parts
 * the columns is seen in the head, and says what a comma in a number is. */

#include "config.h"

#include "rankle-observations-file.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-byte-order.h"
#include "rankle-evidence-table.h"
#include "rankle-file.h"
#include "rankle-observations-head.h"

#define BYTES_MAX (4 * 1024 * 1024)
/* No cell is told at greater length [characters]. */
#define TOLD_MAX 40

typedef struct
{
  RankleObservations    *observations; /* (owned) (nullable) */
  RankleObservationsHead head;         /* (owned) */
  RanklePlace            place;
  char                   separator;
  gboolean               had_comma; /* a decimal one */
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->observations, rankle_observations_unref);
  _rankle_observations_head_clear (&self->head);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* ---- cells ---- */

/* (transfer full): as much of a cell as a sentence has room for. */
static char *
dup_told (const char *cell)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (cell, -1) <= TOLD_MAX)
    return g_strdup (cell);
  start = g_utf8_substring (cell, 0, TOLD_MAX);
  return g_strconcat (start, "…", NULL);
}

/* FALSE, always. */
static gboolean
fail_cell (Reading *self, guint column, const char *cell, GError **error)
{
  g_autofree char *told = dup_told (cell);
  g_autofree char *name = dup_told (self->head.names->pdata[column]);

  if (self->separator == ',' && strchr (cell, ',') != NULL)
    return _rankle_place_fail (
        &self->place, error,
        /* Translators: a cell such as 12,5, and the name of its column */
        _ ("“%1$s” in column “%2$s” is no number: a decimal comma needs columns that are "
           "separated by semicolons or tabs"),
        told, name);
  /* Translators: a cell, and the name of its column */
  return _rankle_place_fail (&self->place, error,
                             _ ("“%1$s” in column “%2$s” is no number"), told, name);
}

static gboolean
is_missing (const char *cell)
{
  static const char *const words[] = { "", "NA", "N/A", "NaN", "-", "–", "." };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (cell, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* @cell: of which a decimal comma is made a point. NaN: nothing was measured. */
static gboolean
read_number (Reading *self, guint column, char *cell, double *number, GError **error)
{
  char *comma = self->separator == ',' ? NULL : strchr (cell, ',');
  char *end;

  *number = NAN;
  if (is_missing (cell))
    return TRUE;
  if (comma != NULL && strchr (cell, '.') == NULL)
    *comma = '.';
  *number = g_ascii_strtod (cell, &end);
  if (*end == '\0' && isfinite (*number))
    {
      self->had_comma |= comma != NULL;
      return TRUE;
    }
  if (comma != NULL && *comma == '.')
    *comma = ',';
  return fail_cell (self, column, cell, error);
}

/* ---- points ---- */

/* What a record says, in columns; -1: it has none of them. */
typedef struct
{
  GPtrArray *fields;
  int        time, quantity, arm;
} Record;

static gboolean
check_spread (
    Reading *self, guint column, RankleObservation *point, double spread, GError **error)
{
  const char *name = self->head.names->pdata[column];

  if (spread < 0)
    return _rankle_place_fail (&self->place, error,
                               _ ("the spread of “%s” is less than nothing"), name);
  if (!isnan (spread))
    {
      point->low = point->value - spread;
      point->high = point->value + spread;
    }
  if (point->low > point->value || point->high < point->value)
    return _rankle_place_fail (
        &self->place, error, _ ("“%s” does not lie between its low and its high"), name);
  return TRUE;
}

/* Low, high and spread of the value in @column. */
static gboolean
read_spread (Reading           *self,
             const Record      *record,
             guint              column,
             RankleObservation *point,
             GError           **error)
{
  double spread = NAN;

  for (guint i = 0; i < self->head.cells->len; i++)
    {
      RankleCell cell = g_array_index (self->head.cells, RankleCell, i);
      double    *place = cell.kind == RANKLE_CELL_LOW      ? &point->low
                         : cell.kind == RANKLE_CELL_HIGH   ? &point->high
                         : cell.kind == RANKLE_CELL_SPREAD ? &spread
                                                           : NULL;

      if (place != NULL && (self->head.is_long || cell.of == column) &&
          !read_number (self, i, record->fields->pdata[i], place, error))
        return FALSE;
    }
  return check_spread (self, column, point, spread, error);
}

static const char *
get_series_name (const Reading *self, const Record *record, guint column)
{
  return self->head.is_long ? record->fields->pdata[record->quantity]
                            : self->head.names->pdata[column];
}

static gboolean
check_count (Reading *self, GError **error)
{
  guint n;

  rankle_observations_get_points (self->observations, &n);
  return n < RANKLE_OBSERVATIONS_MAX ||
         _rankle_place_fail (&self->place, error,
                             ngettext ("there can be no more than %d point",
                                       "there can be no more than %d points",
                                       RANKLE_OBSERVATIONS_MAX),
                             RANKLE_OBSERVATIONS_MAX);
}

static gboolean
read_point (
    Reading *self, const Record *record, guint column, double time, GError **error)
{
  RankleObservation point = { .time = time, .low = NAN, .high = NAN, .arm = -1 };
  const char       *arm = record->arm < 0 ? "" : record->fields->pdata[record->arm];
  const char       *name = get_series_name (self, record, column);

  if (!read_number (self, column, record->fields->pdata[column], &point.value, error))
    return FALSE;
  if (isnan (point.value))
    return TRUE;
  if (*name == '\0')
    return _rankle_place_fail (&self->place, error, _ ("the quantity is not named"));
  if (!read_spread (self, record, column, &point, error) || !check_count (self, error))
    return FALSE;
  point.series = rankle_observations_add_series (self->observations, name);
  if (*arm != '\0')
    point.arm = (int)rankle_observations_add_arm (self->observations, arm);
  rankle_observations_add (self->observations, &point);
  return TRUE;
}

/* ---- records ---- */

static int
find_column (const Reading *self, RankleCellKind kind)
{
  for (guint i = 0; i < self->head.cells->len; i++)
    if (g_array_index (self->head.cells, RankleCell, i).kind == kind)
      return (int)i;
  return -1;
}

/* Columns without a name may be there, as long as nothing is in them. */
static guint
count_fields (const Reading *self, const GPtrArray *fields)
{
  guint n = fields->len;

  while (n > self->head.names->len && *(char *)fields->pdata[n - 1] == '\0')
    n--;
  return n;
}

static gboolean
check_fields (Reading *self, const GPtrArray *fields, GError **error)
{
  guint n = count_fields (self, fields);

  if (n == self->head.names->len)
    return TRUE;
  if (self->separator == ',' && n > self->head.names->len)
    return _rankle_place_fail (&self->place, error,
                               _ ("the fields are %u, those of the head %u: a decimal "
                                  "comma, as in “12,5”, needs "
                                  "columns that are separated by semicolons or tabs"),
                               n, self->head.names->len);
  return _rankle_place_fail (&self->place, error,
                             _ ("the fields are %u, those of the head %u"), n,
                             self->head.names->len);
}

static gboolean
read_record (Reading *self, GPtrArray *fields, GError **error)
{
  Record record = { .fields = fields,
                    .time = find_column (self, RANKLE_CELL_TIME),
                    .quantity = find_column (self, RANKLE_CELL_QUANTITY),
                    .arm = find_column (self, RANKLE_CELL_ARM) };
  double time;

  g_assert (record.time >= 0 && (!self->head.is_long || record.quantity >= 0));

  if (!read_number (self, (guint)record.time, fields->pdata[record.time], &time, error))
    return FALSE;
  if (isnan (time))
    return _rankle_place_fail (&self->place, error, _ ("no time is told"));
  for (guint i = 0; i < self->head.cells->len; i++)
    if (g_array_index (self->head.cells, RankleCell, i).kind == RANKLE_CELL_VALUE &&
        !read_point (self, &record, i, time, error))
      return FALSE;
  return TRUE;
}

/* A line of a spreadsheet in which nothing stands is none. */
static gboolean
is_blank (GPtrArray *fields)
{
  gboolean blank = TRUE;

  for (guint i = 0; i < fields->len; i++)
    blank &= *g_strstrip (fields->pdata[i]) == '\0';
  return blank;
}

static gboolean
read_table (Reading *self, const char *text, GError **error)
{
  RankleTableReader reader = { .at = text, .line = 1, .separator = self->separator };
  const char       *complaint;
  guint             n;

  while (TRUE)
    {
      g_autoptr (GPtrArray) fields =
          _rankle_table_reader_next (&reader, &self->place.line, &complaint);

      if (complaint != NULL)
        return _rankle_place_fail (&self->place, error, "%s", complaint);
      if (fields == NULL)
        break;
      if (is_blank (fields))
        continue;
      if (self->head.names == NULL
              ? !_rankle_observations_head_read (&self->head, &self->place, fields, error)
              : !(check_fields (self, fields, error) &&
                  read_record (self, fields, error)))
        return FALSE;
    }
  rankle_observations_get_points (self->observations, &n);
  return n > 0 || _rankle_place_fail (&self->place, error, _ ("there is no point"));
}

/* ---- a text ---- */

/* What stands in the head, outside of quotes: tabs before semicolons before commas. */
static char
find_separator (const char *text)
{
  gboolean quoted = FALSE, semicolon = FALSE;

  while (*text == '#' || *text == '\n' || *text == '\r')
    {
      text += strcspn (text, "\n");
      text += *text == '\n';
    }
  for (; *text != '\0' && (quoted || *text != '\n'); text++)
    {
      quoted ^= *text == '"';
      if (!quoted && *text == '\t')
        return '\t';
      semicolon |= !quoted && *text == ';';
    }
  return semicolon ? ';' : ',';
}

static gboolean
check_text (Reading *self, const char *text, gsize length, GError **error)
{
  const char *end;

  if (length > BYTES_MAX)
    return _rankle_place_fail (
        &self->place, error,
        ngettext ("larger than %d byte", "larger than %d bytes", BYTES_MAX), BYTES_MAX);
  if (g_utf8_validate_len (text, length, &end))
    return TRUE;
  for (const char *at = text; at < end; at++)
    self->place.line += *at == '\n';
  return _rankle_place_fail (&self->place, error, _ ("not UTF-8 text"));
}

/* (transfer full) (nullable) */
static char *
make_remark (const Reading *self)
{
  g_autoptr (GString) left = g_string_new (NULL);

  for (guint i = 0; i < self->head.cells->len; i++)
    if (g_array_index (self->head.cells, RankleCell, i).kind == RANKLE_CELL_NOTHING)
      g_string_append_printf (left, "%s“%s”", left->len > 0 ? _ (", ") : "",
                              (char *)self->head.names->pdata[i]);
  if (left->len > 0 && self->had_comma)
    /* Translators: %s are names of columns */
    return g_strdup_printf (
        _ ("Commas in numbers were read as decimal commas. Not read: %s."), left->str);
  if (left->len > 0)
    /* Translators: %s are names of columns */
    return g_strdup_printf (_ ("Not read: %s."), left->str);
  return self->had_comma ? g_strdup (_ ("Commas in numbers were read as decimal commas."))
                         : NULL;
}

RankleObservations *
rankle_observations_file_parse (
    const char *text, gssize length, const char *name, char **remark, GError **error)
{
  g_auto (Reading) self = { .place = { .name = name, .line = 1 } };
  g_autofree char *copy = NULL;
  const char      *start;

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  if (remark != NULL)
    *remark = NULL;
  if (length < 0)
    length = (gssize)strlen (text);
  if (!check_text (&self, text, (gsize)length, error))
    return NULL;
  copy = g_strndup (text, (gsize)length);
  start = copy + rankle_byte_order_mark_length (copy, (gsize)length);
  self.separator = find_separator (start);
  self.observations = rankle_observations_new (name);
  if (!read_table (&self, start, error))
    return NULL;
  rankle_observations_set_clock (self.observations, self.head.clock);
  if (remark != NULL)
    *remark = make_remark (&self);
  return g_steal_pointer (&self.observations);
}

RankleObservations *
rankle_observations_file_load (const char *path, char **remark, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  gsize            length;

  g_return_val_if_fail (path != NULL, NULL);

  if (remark != NULL)
    *remark = NULL;
  name = g_filename_display_basename (path);
  return rankle_file_read (path, BYTES_MAX, &text, &length, error)
             ? rankle_observations_file_parse (text, (gssize)length, name, remark, error)
             : NULL;
}
