/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-spotlight.h"
#include "rankle-study.h"

G_BEGIN_DECLS

/* What a view shows, for all its life. */
typedef enum
{
  RANKLE_SCENE_OF_BONE,
  RANKLE_SCENE_OF_COMPLEX,
  RANKLE_N_SCENES
} RankleSceneKind;

/**
 * RankleSceneView:
 *
 * A picture in space of what a study says at its time cursor: the receptor complex, or a
 * cube of bone. It is drawn by OpenGL, or, where there is none or the user wants simple
 * pictures, by Cairo. Labels stand beside what they name; where it is narrow they are a
 * legend.
 *
 * Dragging turns the picture, scrolling and pinching zoom, a double click resets. A click
 * selects what is there.
 *
 * Keys: arrows turn, with Shift by little; plus and minus zoom, Home resets; Tab goes
 * through the labels, Enter opens the card of what one names, Escape leads back. 0 to 3
 * pick the state of the trimer; B shows the bone of the baseline.
 *
 * Signals “card-wanted” (const char *id): of a bundled card; “glyph-selected” (const
 * char *glyph): what is selected here is that one of a map.
 *
 * Accessibility: an image with the name of what it shows, whose description is a sentence
 * that changes when the picture rests, at most once a second. The same sentence and a
 * table are behind its button Describe.
 *
 * CSS: a node named scene; named colours rankle_scene_*.
 *
 * Properties: kind (int, construct-only); simple (boolean): it is drawn without OpenGL
 * whether there is one or not; turning (boolean): slowly, by itself; baseline (boolean):
 * the bone of the baseline is shown; state (int): how many grooves of the trimer that is
 * looked at hold RANK.
 */
#define RANKLE_TYPE_SCENE_VIEW (rankle_scene_view_get_type ())
G_DECLARE_FINAL_TYPE (RankleSceneView, rankle_scene_view, RANKLE, SCENE_VIEW, GtkWidget)

GtkWidget *rankle_scene_view_new (RankleSceneKind kind);
void       rankle_scene_view_set_study (RankleSceneView *view, RankleStudy *study);
/* What is pointed at elsewhere is marked here, and the other way round. */
void rankle_scene_view_set_spotlight (RankleSceneView *view, RankleSpotlight *spotlight);

/* (transfer full): what is seen, as text. */
char *rankle_scene_view_describe (RankleSceneView *view);
/* It is drawn by OpenGL now. */
gboolean rankle_scene_view_uses_gl (RankleSceneView *view);

/* As it is seen now, for print, as PNG: with its words beneath it. */
GBytes *rankle_scene_view_print (RankleSceneView *view, GError **error);

G_END_DECLS
