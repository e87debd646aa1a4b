/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Arcs, regions and captions in words. A process has no name of its own: it is called by
 * what it takes and gives. */

#include "config.h"

#include "rankle-diagram-words.h"

#include <glib/gi18n-lib.h>

/* Translators: between the arrows, or the captions, of one glyph of the map */
#define SEPARATOR _ ("; ")

static gboolean
is_process (const RankleDiagram *diagram, guint glyph)
{
  RankleGlyphClass klass = rankle_diagram_get_glyph (diagram, glyph)->klass;

  return klass == RANKLE_GLYPH_PROCESS || klass == RANKLE_GLYPH_ASSOCIATION;
}

/* What an arc joins to the process @process as taken or given; RANKLE_NO_GLYPH: it acts
 * upon it, or has nothing to do with it. */
static guint
get_partner (const RankleArc *arc, guint process)
{
  if (arc->klass == RANKLE_ARC_CONSUMPTION && arc->target == process)
    return arc->source;
  if (arc->klass == RANKLE_ARC_PRODUCTION && arc->source == process)
    return arc->target;
  return RANKLE_NO_GLYPH;
}

/* ---- a process ---- */

static char *
add_name (const char *names, const char *name)
{
  /* Translators: things that a process takes or gives, such as "RANKL and RANK" */
  return g_strdup_printf (_ ("%1$s and %2$s"), names, name);
}

/* (transfer full) (nullable): the entities that it takes, or gives; NULL: none */
static char *
name_partners (const RankleDiagram    *diagram,
               guint                   process,
               RankleArcClass          klass,
               const RankleGlyphState *states)
{
  char *names = NULL;

  for (guint i = 0; i < rankle_diagram_get_n_arcs (diagram); i++)
    {
      const RankleArc *arc = rankle_diagram_get_arc (diagram, i);
      guint            glyph = get_partner (arc, process);
      const char      *label;
      char            *longer;

      if (arc->klass != klass || glyph == RANKLE_NO_GLYPH ||
          !rankle_glyph_is_entity (rankle_diagram_get_glyph (diagram, glyph)))
        continue;
      label = rankle_glyph_state_get_label (&states[glyph], diagram, glyph);
      longer = names == NULL ? g_strdup (label) : add_name (names, label);
      g_free (names);
      names = longer;
    }
  return names;
}

static char *
describe_process (const RankleDiagram    *diagram,
                  guint                   process,
                  const RankleGlyphState *states)
{
  g_autofree char *taken =
      name_partners (diagram, process, RANKLE_ARC_CONSUMPTION, states);
  g_autofree char *given =
      name_partners (diagram, process, RANKLE_ARC_PRODUCTION, states);

  if (taken == NULL && given == NULL)
    return g_strdup (_ ("a process"));
  if (taken == NULL)
    /* Translators: something comes into being, such as RANKL; "%s" stands in sentences
     * such as "TNF stimulates the gain of RANKL" */
    return g_strdup_printf (_ ("the gain of %s"), given);
  if (given == NULL)
    /* Translators: something goes, in sentences as above */
    return g_strdup_printf (_ ("the loss of %s"), taken);
  if (rankle_diagram_get_glyph (diagram, process)->klass == RANKLE_GLYPH_ASSOCIATION)
    /* Translators: "the binding of RANKL and RANK into RANKL–RANK" */
    return g_strdup_printf (_ ("the binding of %1$s into %2$s"), taken, given);
  /* Translators: "the change of Preosteoblast into Osteoblast" */
  return g_strdup_printf (_ ("the change of %1$s into %2$s"), taken, given);
}

/* ---- an arc ---- */

static char *
describe_end (const RankleDiagram *diagram, guint glyph, const RankleGlyphState *states)
{
  return is_process (diagram, glyph)
             ? describe_process (diagram, glyph, states)
             : g_strdup (rankle_glyph_state_get_label (&states[glyph], diagram, glyph));
}

/* Translators: what acts, then what it acts upon: a name, or "the gain of" one */
static char *
describe_act (RankleArcClass klass, const char *source, const char *target)
{
  switch (klass)
    {
    case RANKLE_ARC_STIMULATION:
      return g_strdup_printf (_ ("%1$s stimulates %2$s"), source, target);
    case RANKLE_ARC_CATALYSIS:
      return g_strdup_printf (_ ("%1$s catalyses %2$s"), source, target);
    case RANKLE_ARC_INHIBITION:
      return g_strdup_printf (_ ("%1$s inhibits %2$s"), source, target);
    case RANKLE_ARC_NECESSARY_STIMULATION:
      return g_strdup_printf (_ ("%1$s is needed for %2$s"), source, target);
    case RANKLE_ARC_MODULATION:
    case RANKLE_ARC_CONSUMPTION:
    case RANKLE_ARC_PRODUCTION:
    default:
      return g_strdup_printf (_ ("%1$s acts upon %2$s"), source, target);
    }
}

char *
rankle_diagram_describe_arc (const RankleDiagram    *diagram,
                             guint                   arc,
                             const RankleGlyphState *states)
{
  const RankleArc *it;
  g_autofree char *source = NULL;
  g_autofree char *target = NULL;

  g_return_val_if_fail (diagram != NULL && states != NULL, NULL);
  g_return_val_if_fail (arc < rankle_diagram_get_n_arcs (diagram), NULL);

  it = rankle_diagram_get_arc (diagram, arc);
  if (it->klass == RANKLE_ARC_CONSUMPTION)
    return describe_end (diagram, it->target, states);
  source = describe_end (diagram, it->source, states);
  if (it->klass == RANKLE_ARC_PRODUCTION)
    return g_steal_pointer (&source);
  target = describe_end (diagram, it->target, states);
  return describe_act (it->klass, source, target);
}

/* ---- about a glyph ---- */

/* The process takes or gives it. */
static gboolean
joins (const RankleDiagram *diagram, guint process, guint glyph)
{
  for (guint i = 0; i < rankle_diagram_get_n_arcs (diagram); i++)
    if (get_partner (rankle_diagram_get_arc (diagram, i), process) == glyph)
      return TRUE;
  return FALSE;
}

static gboolean
end_concerns (const RankleDiagram *diagram, guint end, guint glyph)
{
  return end == glyph || (is_process (diagram, end) && joins (diagram, end, glyph));
}

gboolean
rankle_diagram_arc_concerns (const RankleDiagram *diagram, guint arc, guint glyph)
{
  const RankleArc *it;

  g_return_val_if_fail (diagram != NULL, FALSE);
  g_return_val_if_fail (arc < rankle_diagram_get_n_arcs (diagram), FALSE);
  g_return_val_if_fail (glyph < rankle_diagram_get_n_glyphs (diagram), FALSE);

  it = rankle_diagram_get_arc (diagram, arc);
  return end_concerns (diagram, it->source, glyph) ||
         end_concerns (diagram, it->target, glyph);
}

/* Takes @text; the same is not said twice. */
static void
add_once (GPtrArray *texts, char *text)
{
  if (*text == '\0' || g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_free (text);
  else
    g_ptr_array_add (texts, text);
}

/* (transfer full) (nullable): the texts, one after the other; NULL: there are none */
static char *
join (GPtrArray *texts)
{
  if (texts->len == 0)
    return NULL;
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (SEPARATOR, (char **)texts->pdata);
}

static void
append_region (GString *words, const RankleDiagram *diagram, guint glyph)
{
  guint region = rankle_diagram_get_glyph (diagram, glyph)->compartment;

  if (region != RANKLE_NO_GLYPH)
    /* Translators: the region of the map in which something lies, such as "Blood" */
    g_string_append_printf (words, _ ("In %s."),
                            rankle_diagram_get_label (diagram, region));
}

static void
append_captions (GString *words, const RankleDiagram *diagram, guint glyph)
{
  g_autoptr (GPtrArray) captions = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    {
      guint about = rankle_diagram_get_glyph (diagram, i)->about;

      if (about != RANKLE_NO_GLYPH && end_concerns (diagram, about, glyph))
        add_once (captions, g_strdup (rankle_diagram_get_label (diagram, i)));
    }
  joined = join (captions);
  if (joined != NULL)
    /* Translators: small print beside a glyph of the map or beside its arrows */
    g_string_append_printf (words, _ (" Beside it: %s."), joined);
}

static void
append_arcs (GString                *words,
             const RankleDiagram    *diagram,
             guint                   glyph,
             const RankleGlyphState *states)
{
  g_autoptr (GPtrArray) arcs = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < rankle_diagram_get_n_arcs (diagram); i++)
    if (rankle_diagram_arc_concerns (diagram, i, glyph))
      add_once (arcs, rankle_diagram_describe_arc (diagram, i, states));
  joined = join (arcs);
  if (joined != NULL)
    /* Translators: what the arrows at a glyph of the map say, such as "the gain of RANKL;
     * TNF stimulates the gain of RANKL" */
    g_string_append_printf (words, _ (" Arrows: %s."), joined);
}

char *
rankle_diagram_describe_surroundings (const RankleDiagram    *diagram,
                                      guint                   glyph,
                                      const RankleGlyphState *states)
{
  GString *words;

  g_return_val_if_fail (diagram != NULL && states != NULL, NULL);
  g_return_val_if_fail (glyph < rankle_diagram_get_n_glyphs (diagram), NULL);

  words = g_string_new (NULL);
  append_region (words, diagram, glyph);
  append_captions (words, diagram, glyph);
  append_arcs (words, diagram, glyph, states);
  return g_strchug (g_string_free (words, FALSE));
}
